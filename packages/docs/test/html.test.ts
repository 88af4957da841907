import { expect, test } from "vitest";
import { renderMarkdown, sections } from "../src/html.ts";

test("renders what VERSIONS.md uses", () => {
  const markdown = `Some \`a < b\`
over two lines.

| what | now |
| --- | --- |
| trash | \`in_trash\` |

- one;
- two,
  still two.`;
  expect(renderMarkdown(markdown)).toBe(
    `<p>Some <code>a &lt; b</code>
over two lines.</p>
<div class="wide"><table><thead><tr><th>what</th><th>now</th></tr></thead><tbody><tr><td>trash</td><td><code>in_trash</code></td></tr></tbody></table></div>
<ul><li>one;</li><li>two,
  still two.</li></ul>`,
  );
});

test("finds the text below each heading", () => {
  expect([...sections("# Versions\n\nIntro.\n\n## b\n\nOf b.\n\n## a\nOf a.\n")]).toEqual([
    ["b", "\nOf b.\n\n"],
    ["a", "Of a.\n"],
  ]);
});
