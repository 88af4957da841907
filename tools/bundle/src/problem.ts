import { dirname, relative } from "node:path";
import type { NormalizedProblem, YamlParseError } from "@redocly/openapi-core";
import { getLineColLocation } from "@redocly/openapi-core";
import { adviceFor } from "./advice.ts";

/** One thing that is wrong, where it is written, and what to do about it. */
export interface Problem {
  file: string;
  line: number;
  column: number;
  rule: string;
  message: string;
  advice: string;
  /** The versions in whose projection it showed; none for a problem of the tree itself. */
  versions: string[];
}

type Location = NormalizedProblem["location"][number];

/** Makes problems whose files are named from the folder that holds the tree: `spec/paths/v1_users.yaml`. */
export class Reporter {
  readonly #base: string;

  constructor(root: string) {
    this.#base = dirname(root);
  }

  fromRedocly(problem: NormalizedProblem, at: Location | undefined, versions: string[] = []): Problem {
    const rule = problem.ruleId;
    const message = this.#tidy(problem.message);
    const advice = adviceFor(rule, problem.suggest, problem.reference);
    return { ...this.#place(at), rule, message, advice, versions };
  }

  fromYamlError(error: YamlParseError): Problem {
    return {
      file: this.#name(error.source.absoluteRef),
      line: error.line,
      column: error.col,
      rule: "yaml",
      message: this.#tidy(error.message),
      advice: adviceFor("yaml"),
      versions: [],
    };
  }

  create(rule: string, message: string, at: Location | undefined, versions: string[] = []): Problem {
    const tidy = this.#tidy(message);
    return { ...this.#place(at), rule, message: tidy, advice: adviceFor(rule), versions };
  }

  #place(at: Location | undefined): Pick<Problem, "file" | "line" | "column"> {
    if (!at) return { file: this.#base, line: 1, column: 1 };
    const { source, start } = getLineColLocation(at);
    return { file: this.#name(source.absoluteRef), line: start.line, column: start.col };
  }

  #name(path: string): string {
    return relative(this.#base, path);
  }

  /** On one line, without the folders above the tree and without the place, which stands before it. */
  #tidy(message: string): string {
    return message
      .replaceAll(`${this.#base}/`, "")
      .replace(/ in "[^"]*" \(\d+:\d+\)$/, "")
      .replace(/\s+/g, " ");
  }
}

export function formatProblem({ file, line, column, rule, message, advice, versions }: Problem): string {
  const where = versions.length > 0 ? ` (in ${versions.join(", ")})` : "";
  return `${file}:${line}:${column} ${rule} ${message}${where}${advice ? `\n  ${advice}` : ""}`;
}

/** The same problem shows in every version that has the place: it is told once, with the versions. */
export function mergeProblems(problems: Problem[]): Problem[] {
  const merged = new Map<string, Problem>();
  for (const problem of problems) {
    const key = `${problem.file}:${problem.line}:${problem.column} ${problem.rule} ${problem.message}`;
    const known = merged.get(key);
    if (known) known.versions = [...new Set([...known.versions, ...problem.versions])];
    else merged.set(key, { ...problem });
  }
  return [...merged.values()].sort(
    (a, b) => compare(a.file, b.file) || a.line - b.line || a.column - b.column || compare(a.rule, b.rule),
  );
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
