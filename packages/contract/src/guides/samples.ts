import type { Guide } from "@notional/docs";

/** A fenced block of a guide. */
export interface Sample {
  guide: string;
  /** The line of the fence. */
  line: number;
  language: string;
  /** The words after the language: `request=createPage version=2022-06-28`. */
  says: Record<string, string>;
  code: string;
}

/** The languages of samples; a fence with another one is a mistake. */
const LANGUAGES = ["json", "sh", "text", "ts"];

/**
 * The samples of a guide.
 *
 * @throws Error for a fence whose language or words are unknown, so that no sample goes unchecked by a slip.
 */
export function samplesOf({ name, markdown }: Pick<Guide, "name" | "markdown">): Sample[] {
  return [...markdown.matchAll(/^([ ]*)```(\S*)(.*)\n([\s\S]*?)^\1```$/gm)].map(
    ([, indent = "", language = "", words = "", code = ""], index, all) => {
      const line = markdown.slice(0, all[index]?.index).split("\n").length;
      const says = Object.fromEntries(
        words
          .trim()
          .split(/\s+/)
          .filter(Boolean)
          .map((word) => word.split("=", 2)),
      );
      const problem = problemOf(language, says);
      if (problem) throw new Error(`${name}.md:${line}: ${problem}`);
      return { guide: name, line, language, says, code: code.replaceAll(new RegExp(`^${indent}`, "gm"), "") };
    },
  );
}

function problemOf(language: string, says: Record<string, string>): string | undefined {
  if (!LANGUAGES.includes(language)) return `"${language}" is none of ${LANGUAGES.join(", ")}.`;
  const kinds = ["request", "response", "schema", "webhook"].filter((kind) => kind in says);
  if (language === "json" && kinds.length !== 1)
    return "JSON says what it is: request=, response=, schema= or webhook=.";
  const known = language === "json" ? [...kinds, "status", "version"] : ["status", "version"];
  const unknown = Object.keys(says).find((word) => !known.includes(word));
  return unknown && `"${unknown}" means nothing here.`;
}
