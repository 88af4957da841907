import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Schema } from "../../src/index.ts";
import { markdownToRichText, richTextToMarkdown } from "../../src/markdown.ts";

type Item = Schema<"RichTextItemRequest">;
const id = "2a7e3b51-8d4f-4c69-b2ea-3f507b9d1c23";
const url = "https://lighthouse.example/beans";

const text = (content: string, annotations?: Schema<"AnnotationsRequest">, link?: string): Item => ({
  text: { content, ...(link !== undefined && { link: { url: link } }) },
  ...(annotations && { annotations }),
});

const PAIRS: [string, Item[]][] = [
  ["Guji", [text("Guji")]],
  ["**Guji** and *more*", [text("Guji", { bold: true }), text(" and "), text("more", { italic: true })]],
  ["***both***", [text("both", { bold: true, italic: true })]],
  ["**a*b***", [text("a", { bold: true }), text("b", { bold: true, italic: true })]],
  ["***a**b*", [text("a", { bold: true, italic: true }), text("b", { italic: true })]],
  ["**a***b*", [text("a", { bold: true }), text("b", { italic: true })]],
  ["~~gone~~", [text("gone", { strikethrough: true })]],
  ["`a*b`", [text("a*b", { code: true })]],
  ["`` a`b` ``", [text("a`b`", { code: true })]],
  [`[beans](${url})`, [text("beans", undefined, url)]],
  [`**[beans](${url})**`, [text("beans", { bold: true }, url)]],
  ["[a](<https://a.example/(b\\>>)", [text("a", undefined, "https://a.example/(b>")]],
  [
    '<span underline="true" color="red_bg">a</span>',
    [text("a", { underline: true, color: "red_background" })],
  ],
  ["one<br>two", [text("one\ntwo")]],
  ["\\*not bold\\* 1 \\< 2", [text("*not bold* 1 < 2")]],
  ["$x^2$", [{ equation: { expression: "x^2" } }]],
  ["$5 \\$ 6$", [{ equation: { expression: "5 $ 6" } }]],
  [
    '<mention-date start="2026-11-20" end="2026-11-21"/>',
    [{ mention: { date: { start: "2026-11-20", end: "2026-11-21" } } }],
  ],
];

describe("shape", () => {
  test.each(PAIRS)("%s", (markdown, richText) => {
    expect(richTextToMarkdown(richText)).toBe(markdown);
    expect(markdownToRichText(markdown)).toEqual(richText);
  });

  test("mentions of an answer", () => {
    const annotations = { bold: false, italic: false, strikethrough: false, underline: false, code: false };
    const base = { type: "mention", annotations: { ...annotations, color: "default" }, href: url };
    const compact = id.replaceAll("-", "");
    for (const [mention, markdown, read] of [
      [
        { page: { id } },
        `<mention-page url="https://app.notion.com/p/${compact}">Guji</mention-page>`,
        { page: { id } },
      ],
      [{ user: { object: "user", id } }, `<mention-user url="${id}">Guji</mention-user>`, { user: { id } }],
      [{ link_preview: { url } }, `[Guji](${url})`, undefined],
      [{ custom_emoji: { id } }, `[Guji](${url})`, undefined],
    ]) {
      expect(richTextToMarkdown([{ ...base, mention, plain_text: "Guji" }])).toBe(markdown);
      if (read) expect(markdownToRichText(markdown as string)).toEqual([{ mention: read }]);
    }
  });

  test("long text is cut where the API wants it", () => {
    const items = markdownToRichText(`**${"a".repeat(2_500)}**`);
    expect(items.map((item) => "text" in item && item.text?.content.length)).toEqual([2_000, 500]);
  });
});

describe("validation", () => {
  test.each([
    "2 * 3 * 4",
    "a ** b",
    "*a",
    "a~~",
    "$5 and $6",
    "[a]",
    "[a](b c)",
    "1 < 2",
    "<b>",
    "`a",
    "****",
    '<mention-page url="nowhere"/>',
    "a\\",
  ])("%s is text", (markdown) => {
    expect(markdownToRichText(markdown)).toEqual([text(markdown)]);
  });
});

describe("behaviour", () => {
  test("a sign that is text stays in its link and its colour", () => {
    expect(markdownToRichText(`[2 * 3](${url})`)).toEqual([text("2 * 3", undefined, url)]);
    expect(markdownToRichText('<span color="red">a*</span>')).toEqual([text("a*", { color: "red" })]);
    expect(markdownToRichText("**2 * 3**")).toEqual([text("2 * 3", { bold: true })]);
  });

  const flag = fc.constantFrom(undefined, true);
  const content = fc.string({
    unit: fc.constantFrom(..."ab *_~`$[]()<>\\\n{}!#1é".split("")),
    minLength: 1,
    maxLength: 8,
  });
  const annotations = fc.record({
    bold: flag,
    italic: flag,
    strikethrough: flag,
    underline: flag,
    color: fc.constantFrom(undefined, "red", "blue_background"),
  });
  const link = fc.constantFrom(undefined, url, "https://a.example/(b)?c=<d>");
  const some = fc.tuple(content, annotations, link).map(([content, annotations, link]) => {
    const set = Object.entries(annotations).filter(([, value]) => value !== undefined);
    return text(content, set.length > 0 ? Object.fromEntries(set) : undefined, link);
  });

  /** Every character with its formatting; of space, only what can be seen. */
  const seen = (items: Item[]) =>
    items.flatMap((item) => {
      if (!("text" in item) || !item.text) return [JSON.stringify(item)];
      const { bold: _, italic: __, strikethrough: ___, ...visible } = item.annotations ?? {};
      const order = (value: object) => JSON.stringify(Object.entries(value).sort());
      return item.text.content.split("").map((sign) => {
        const looks = order((/\s/.test(sign) ? visible : item.annotations) ?? {});
        return `${sign} ${looks} ${item.text?.link?.url}`;
      });
    });

  test("what is written is read as it was", () => {
    fc.assert(
      fc.property(fc.array(some, { maxLength: 6 }), (items) => {
        expect(seen(markdownToRichText(richTextToMarkdown(items)))).toEqual(seen(items));
      }),
      { numRuns: 500 },
    );
  });

  test("code is read as it was", () => {
    const inline = fc.string({
      unit: fc.constantFrom("a", "*", "`", " ", "\\", "]", "$"),
      minLength: 1,
      maxLength: 8,
    });
    fc.assert(
      fc.property(inline, (content) => {
        const items = [text("a"), text(content, { code: true }), text("b")];
        expect(markdownToRichText(richTextToMarkdown(items))).toEqual(items);
      }),
      { numRuns: 500 },
    );
  });

  test("text that could be read in very many ways is read in one", () => {
    for (const part of ["`a`", "``", "[", "[`", "**a", "*", "$a", "<span>", "\\[", "](", "~~ "]) {
      const markdown = `[${part.repeat(2_000)}`;
      const items = markdownToRichText(markdown);
      expect(JSON.stringify(items).length).toBeGreaterThan(1_000);
    }
  });

  test("any text is read, and no letter is lost", () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom(...'ab *~`$[]()<>\\/"=\n'.split("")), maxLength: 30 }),
        (markdown) => {
          const read = markdownToRichText(markdown);
          const letters = (whole: string) => whole.replace(/[^ab]/g, "");
          const readText = JSON.stringify(
            read.map((item) =>
              "text" in item
                ? [item.text?.content, item.text?.link?.url]
                : "equation" in item
                  ? item.equation?.expression
                  : "",
            ),
          );
          expect(letters(readText.replaceAll("\\n", ""))).toHaveLength(letters(markdown).length);
        },
      ),
      { numRuns: 500 },
    );
  });
});
