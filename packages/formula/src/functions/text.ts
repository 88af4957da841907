import { type Context, EvaluationFailure } from "../evaluate/context.ts";
import { format } from "../values/format.ts";
import type { Value } from "../values/value.ts";
import { APP, FRANK, type FunctionDefinition, NOTION } from "./definition.ts";
import { matches, replaceMatches } from "./patterns.ts";

const MAX_REPETITIONS = 10_000;

export const text: readonly FunctionDefinition[] = [
  {
    signature: "length(value: text | any[]): number",
    description: "The number of characters in a text, in UTF-16 code units, or of items in a list.",
    examples: [
      ['length("hello")', "5"],
      ["length([1, 2, 3])", "3"],
    ],
    source: NOTION,
    takesEmpty: true,
    run: (_, value: string | Value[] | null) => value?.length ?? 0,
  },
  {
    signature: "substring(text: text, start: number, end?: number): text",
    description:
      "The part of a text from one index to before another, or to its end. The first character has index 0.",
    examples: [
      ['substring("Notion", 0, 3)', "Not"],
      ['substring("Notion", 3)', "ion"],
    ],
    source: NOTION,
    run: (_, text: string, start: number, end?: number) => text.substring(start, end),
  },
  {
    signature: "contains(text: text, search: text): boolean",
    description: "Whether a text is part of another.",
    examples: [['contains("Notion", "ot")', "true"]],
    source: NOTION,
    takesEmpty: true,
    run: (_, text: string | null, search: string | null) => (text ?? "").includes(search ?? ""),
  },
  {
    signature: "test(text: text, pattern: text): boolean",
    description: "Whether a regular expression matches anywhere in a text.",
    examples: [
      ['test("Notion", "Not")', "true"],
      ['test("Notion", "\\\\d")', "false"],
    ],
    source: NOTION,
    run: (context, text: string, pattern: string) => !matches(pattern, text, context).next().done,
  },
  {
    signature: "match(text: text, pattern: text): text[]",
    description: "All matches of a regular expression.",
    examples: [['match("Notion 123 Notion 456", "\\\\d+")', "123,456"]],
    source: NOTION,
    run: (context, text: string, pattern: string) => {
      const all: string[] = [];
      for (const { groups } of matches(pattern, text, context)) all.push(groups[0] ?? "");
      return all;
    },
  },
  {
    signature: "replace(text: text, pattern: text, replacement: text): text",
    description:
      "A text with the first match of a regular expression replaced. `$1` is what the first group matched.",
    examples: [
      ['replace("Notion Notion", "N", "M")', "Motion Notion"],
      ['replace("Ada Lovelace", "(\\\\w+) (\\\\w+)", "$2, $1")', "Lovelace, Ada"],
    ],
    source: NOTION,
    run: (context, text: string, pattern: string, replacement: string) =>
      replaceMatches(text, pattern, replacement, 1, context),
  },
  {
    signature: "replaceAll(text: text, pattern: text, replacement: text): text",
    description: "A text with all matches of a regular expression replaced.",
    examples: [['replaceAll("Notion Notion", "N", "M")', "Motion Motion"]],
    source: NOTION,
    run: (context, text: string, pattern: string, replacement: string) =>
      replaceMatches(text, pattern, replacement, Number.POSITIVE_INFINITY, context),
  },
  {
    signature: "lower(text: text): text",
    description: "A text in lower case.",
    examples: [['lower("NOTION")', "notion"]],
    source: NOTION,
    run: (_, text: string) => text.toLowerCase(),
  },
  {
    signature: "upper(text: text): text",
    description: "A text in upper case.",
    examples: [['upper("notion")', "NOTION"]],
    source: NOTION,
    run: (_, text: string) => text.toUpperCase(),
  },
  {
    signature: "trim(text: text): text",
    description: "A text without space at either end.",
    examples: [['trim(" notion  ")', "notion"]],
    source: NOTION,
    run: (_, text: string) => text.trim(),
  },
  {
    signature: "repeat(text: text, times: number): text",
    description: "A text several times over, at most 10,000. A broken number is rounded up.",
    examples: [
      ['repeat("0", 4)', "0000"],
      ['repeat("~=", 1.1)', "~=~="],
    ],
    source: NOTION,
    run: ({ budget }, text: string, times: number) => {
      const count = Math.min(MAX_REPETITIONS, Math.max(0, Math.ceil(times)));
      budget.text(text.length * count);
      return text.repeat(count);
    },
  },
  {
    signature: "padStart(text: text, length: number, pad?: text): text",
    description: "A text made that long with spaces, or another text, before it.",
    examples: [['padStart("7", 3, "0")', "007"]],
    source: APP,
    run: ({ budget }, text: string, length: number, pad?: string) => {
      budget.text(length);
      return text.padStart(length, pad);
    },
  },
  {
    signature: "padEnd(text: text, length: number, pad?: text): text",
    description: "A text made that long with spaces, or another text, after it.",
    examples: [['padEnd("7", 3, "-")', "7--"]],
    source: APP,
    run: ({ budget }, text: string, length: number, pad?: string) => {
      budget.text(length);
      return text.padEnd(length, pad);
    },
  },
  {
    signature: "split(text: text, separator?: text): text[]",
    description: "The parts of a text between a separator, a space unless told.",
    examples: [
      ['split("apple,pear,orange", ",")', "apple,pear,orange"],
      ['split("one two").at(1)', "two"],
    ],
    source: FRANK,
    run: (_, text: string, separator = " ") => text.split(separator),
  },
  {
    signature: "join(list: any[], separator: text): text",
    description: "The items of a list as one text. An empty item leaves its separators.",
    examples: [
      ['join(["a", "b", "c"], ", ")', "a, b, c"],
      ['join([1, empty(), 2], "-")', "1--2"],
    ],
    source: NOTION,
    takesEmpty: true,
    run: (context, list: Value[] | null, separator: string | null) => join(list, separator ?? "", context),
  },
  {
    signature: "link(label: text, url: text): text",
    description: "A text that leads to an address. The API gives the text alone.",
    examples: [['link("Notion", "https://notion.com")', "Notion"]],
    source: NOTION,
    run: (_, label: string) => label,
  },
  {
    signature: "style(text: text, ...styles?: text): text",
    description:
      "A text in styles: `b`, `u`, `i`, `c`, `s`, a colour such as `blue`, a background such as `blue_background`. The API gives the text alone.",
    examples: [['style("Notion", "b", "blue_background")', "Notion"]],
    source: NOTION,
    run: (_, text: string) => text,
  },
  {
    signature: "unstyle(text: text, ...styles?: text): text",
    description: "A text without these styles, or without any.",
    examples: [['unstyle(style("Text", "b"), "b")', "Text"]],
    source: NOTION,
    run: (_, text: string) => text,
  },
];

/** @throws EvaluationFailure for an empty value in place of a list, as Notion has it. */
function join(list: Value[] | null, separator: string, { budget, timeZone }: Context): string {
  if (list === null) throw new EvaluationFailure("There is no list to join.");
  const parts = list.map((item) => format(item, timeZone));
  budget.text(parts.reduce((length, part) => length + part.length + separator.length, 0));
  return parts.join(separator);
}
