import type { JsonObject } from "../json.ts";
import type { Rule, UserContext } from "../visitor.ts";
import { listOption } from "./resolution.ts";

/** A capital, a digit, code, or Markdown that begins a block. */
const START = /^["'(*[_#|]*[\p{Lu}\d`]/u;
/** The end of a sentence, of a code block, of a table row or of an explanation that follows. */
const END = /[.!?:|`][)"'*_]*$/;
const DESCRIBED = [
  "Info",
  "Tag",
  "Server",
  "Operation",
  "Parameter",
  "RequestBody",
  "Response",
  "Header",
  "Example",
  "Schema",
];

/**
 * Descriptions are sentences; summaries are titles in sentence case, without a full stop.
 * Options: `properNouns`, the words that keep their capital inside a summary.
 */
export const descriptionFullSentence: Rule = (options) => {
  const properNouns = listOption(options.properNouns, ["Notion"]);
  const checkDescription = (node: JsonObject, { report, location }: UserContext) => {
    if (typeof node.description !== "string") return;
    const text = node.description.trim();
    if (START.test(text) && END.test(text)) return;
    report({
      message: "Write the description as full sentences: start with a capital and end with a full stop.",
      location: location.child("description"),
    });
  };
  const checkSummary = (node: JsonObject, { report, location }: UserContext) => {
    if (typeof node.summary !== "string" || isSentenceCase(node.summary, properNouns)) return;
    report({
      message: "Write the summary in sentence case, without a full stop at its end.",
      location: location.child("summary"),
    });
  };
  const both = (node: JsonObject, context: UserContext) => {
    checkDescription(node, context);
    checkSummary(node, context);
  };
  return {
    ref: checkDescription,
    ...Object.fromEntries(DESCRIBED.map((type) => [type, checkDescription])),
    Operation: both,
    Example: both,
  };
};

function isSentenceCase(summary: string, properNouns: readonly string[]): boolean {
  const [first = "", ...words] = summary.trim().split(/[\s-]+/);
  const isTitle = (word: string) =>
    /^\p{Lu}\p{Ll}+/u.test(word) && !properNouns.includes(word.replace(/\W+$/, ""));
  return /^\p{Lu}/u.test(first) && !summary.trim().endsWith(".") && !words.some(isTitle);
}
