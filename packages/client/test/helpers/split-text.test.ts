import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { plainTextToRichText, richTextToPlainText, splitRichText, splitText } from "../../src/index.ts";

const FAMILY = "👨‍👩‍👧‍👦";
/** Text with much of what is more than one code unit. */
const text = fc.string({
  unit: fc.oneof(
    fc.constantFrom("a", " ", "\n", "é", "e\u0301", "👍🏽", FAMILY, "🇩🇪", "\r\n"),
    fc.string({ unit: "binary" }),
  ),
  maxLength: 60,
});

describe("shape", () => {
  test("a text that fits is one piece, an empty one none", () => {
    expect(splitText("Guji")).toEqual(["Guji"]);
    expect(splitText("")).toEqual([]);
  });

  test("the limit is that of the API", () => {
    expect(splitText("a".repeat(4_001)).map(({ length }) => length)).toEqual([2_000, 2_000, 1]);
  });

  test("text becomes rich text and comes back", () => {
    const long = "a".repeat(2_500);
    expect(plainTextToRichText(long)).toEqual([
      { text: { content: "a".repeat(2_000) } },
      { text: { content: "a".repeat(500) } },
    ]);
    expect(richTextToPlainText(plainTextToRichText(long))).toBe(long);
  });
});

describe("validation", () => {
  test("a limit without room for a code point", () => {
    expect(() => splitText("abc", 1)).toThrow(new RangeError("A piece has at least 2 code units, not 1."));
    expect(() => splitText("abc", Number.NaN)).toThrow(RangeError);
  });
});

describe("behaviour", () => {
  const segmenter = new Intl.Segmenter(undefined, { granularity: "grapheme" });

  test("the pieces are the text, none is empty or too long", () => {
    fc.assert(
      fc.property(text, fc.integer({ min: 2, max: 20 }), (whole, limit) => {
        const pieces = splitText(whole, limit);
        expect(pieces.join("")).toBe(whole);
        for (const { length } of pieces) {
          expect(length).toBeGreaterThan(0);
          expect(length).toBeLessThanOrEqual(limit);
        }
      }),
    );
  });

  test("no character that fits is cut, and no pair ever", () => {
    fc.assert(
      fc.property(text, fc.integer({ min: 2, max: 20 }), (whole, limit) => {
        const longest = Math.max(0, ...[...segmenter.segment(whole)].map(({ segment }) => segment.length));
        const boundaries = new Set([...segmenter.segment(whole)].map(({ index }) => index));
        let end = 0;
        for (const piece of splitText(whole, limit).slice(0, -1)) {
          end += piece.length;
          if (longest <= limit) expect(boundaries).toContain(end);
          expect(whole.slice(end - 1, end + 1)).not.toMatch(/^[\uD800-\uDBFF][\uDC00-\uDFFF]$/);
        }
      }),
    );
  });

  test("pieces are as long as they can be", () => {
    expect(splitText(`abc${FAMILY}`, 12)).toEqual(["abc", FAMILY]);
    expect(splitText(FAMILY, 4).join("")).toBe(FAMILY);
  });

  test("a rich text keeps its links, annotations and mentions", () => {
    const link = { url: "https://lighthouse.example" };
    const mention = { mention: { page: { id: "2a7e3b51-8d4f-4c69-b2ea-3f507b9d1c23" } } };
    expect(
      splitRichText([
        { text: { content: "a".repeat(2_001), link }, annotations: { bold: true }, plain_text: "…" },
        mention,
        { text: { content: "b" } },
      ]),
    ).toEqual([
      { text: { content: "a".repeat(2_000), link }, annotations: { bold: true } },
      { text: { content: "a", link }, annotations: { bold: true } },
      mention,
      { text: { content: "b" } },
    ]);
  });
});
