import { describe, expect, test } from "vitest";
import { highlight } from "../src/highlight.ts";
import { headingsOf, renderMarkdown } from "../src/markdown.ts";

describe("renderMarkdown", () => {
  test("renders paragraphs, tables and lists", () => {
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
<div class="wide" tabindex="0"><table><thead><tr><th>what</th><th>now</th></tr></thead><tbody><tr><td>trash</td><td><code>in_trash</code></td></tr></tbody></table></div>
<ul>
<li>one;</li>
<li>two,
still two.</li>
</ul>`,
    );
  });

  test("gives headings the ids that GitHub gives them", () => {
    expect(renderMarkdown("# A\n\n## To 2025-09-03: `after` & more")).toContain(
      '<h2 id="to-2025-09-03-after--more">',
    );
    expect(headingsOf("# A\n\ntext\n\n## B `c`\n")).toEqual([
      { id: "a", text: "A", depth: 1 },
      { id: "b-c", text: "B c", depth: 2 },
    ]);
  });

  test("resolves links, and leaves the text of those that lead nowhere", () => {
    const resolve = (href: string, text: string) => (href === "b.md" ? `/b?${text}&"` : undefined);
    expect(renderMarkdown("[`b` x](b.md) [c](c.md)", { resolve })).toBe(
      '<p><a href="/b?b x&amp;&quot;"><code>b</code> x</a> c</p>',
    );
  });

  test("shows HTML as text", () => {
    expect(renderMarkdown("a <b>c</b>\n\n<script>alert(1)</script>")).not.toMatch(/<b>|<script>/);
  });

  test("marks up samples by the first word after the fence", () => {
    expect(renderMarkdown('```json request=search\n{ "a": 1 }\n```')).toBe(
      '<pre tabindex="0"><code>{ <span class="t-name">&quot;a&quot;</span>: <span class="t-value">1</span> }</code></pre>',
    );
  });
});

describe("highlight", () => {
  test.each([
    [
      "json",
      '{"a": "b"}',
      '{<span class="t-name">&quot;a&quot;</span>: <span class="t-string">&quot;b&quot;</span>}',
    ],
    [
      "ts",
      "a.type = true; // b",
      'a.type = <span class="t-value">true</span>; <span class="t-comment">// b</span>',
    ],
    ["ts", "const { type: t } = x", '<span class="t-keyword">const</span> { type: t } = x'],
    [
      "sh",
      "curl a -H 'b'",
      '<span class="t-keyword">curl</span> a <span class="t-name">-H</span> <span class="t-string">\'b\'</span>',
    ],
    ["text", "a < b", "a &lt; b"],
    ["", "a", "a"],
  ])("%s: %s", (language, code, html) => {
    expect(highlight(code, language)).toBe(html);
  });
});
