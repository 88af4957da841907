import { RE2JS } from "re2js";
import type { Context } from "../evaluate/context.ts";
import { EvaluationFailure } from "../evaluate/context.ts";

/** Longer ones are refused. */
const MAX_LENGTH = 1000;
const MAX_COMPILED = 200;

/** Patterns are mostly literals, the same in every row. */
const compiled = new Map<string, RE2JS>();

export interface Match {
  start: number;
  end: number;
  /** What the whole and the groups matched; nothing for a group that took no part. */
  groups: (string | null)[];
}

/**
 * The matches of a regular expression in a text, one after the other.
 *
 * The engine is RE2, as it seems to be in Notion, where patterns with look-around are taken and have no result. It needs
 * time in proportion to the text whatever the pattern.
 *
 * @throws EvaluationFailure for a pattern that is none.
 */
export function* matches(
  pattern: string,
  text: string,
  { budget }: Pick<Context, "budget">,
): Generator<Match> {
  const compiled = compile(pattern);
  budget.spend((text.length * compiled.programSize()) / 100);
  const matcher = compiled.matcher(text);
  while (matcher.find()) {
    budget.spend(1);
    const groups: (string | null)[] = [];
    for (let group = 0; group <= matcher.groupCount(); group += 1) groups.push(matcher.group(group));
    yield { start: matcher.start(), end: matcher.end(), groups };
  }
}

/**
 * A text with the first `most` matches replaced. In the replacement `$1` to `$99` stand for groups, `$&` for the whole
 * match and `$$` for a dollar sign.
 *
 * @throws EvaluationFailure for a pattern that is none.
 */
export function replaceMatches(
  text: string,
  pattern: string,
  replacement: string,
  most: number,
  context: Pick<Context, "budget">,
): string {
  let result = "";
  let at = 0;
  let count = 0;
  for (const match of matches(pattern, text, context)) {
    const piece = text.slice(at, match.start) + expand(replacement, match.groups);
    context.budget.text(result.length + piece.length, piece.length);
    result += piece;
    at = match.end;
    count += 1;
    if (count === most) break;
  }
  return result + text.slice(at);
}

function expand(replacement: string, groups: (string | null)[]): string {
  return replacement.replaceAll(/\$(\$|&|\d{1,2})/g, (written, which: string) => {
    if (which === "$") return "$";
    if (which === "&") return groups[0] ?? "";
    return Number(which) < groups.length ? (groups[Number(which)] ?? "") : written;
  });
}

function compile(pattern: string): RE2JS {
  const known = compiled.get(pattern);
  if (known) return known;
  if (pattern.length > MAX_LENGTH) {
    throw new EvaluationFailure(`A pattern is longer than ${MAX_LENGTH} characters.`);
  }
  let fresh: RE2JS;
  try {
    fresh = RE2JS.compile(pattern);
  } catch (error) {
    throw new EvaluationFailure(`${JSON.stringify(pattern)}: ${(error as Error).message}`);
  }
  if (compiled.size >= MAX_COMPILED) compiled.clear();
  compiled.set(pattern, fresh);
  return fresh;
}
