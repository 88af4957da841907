import { createHash } from "node:crypto";

/** Each connection keeps what has a name. */
const MOST_NAMED = 200;
/** What is asked for less often is not worth it. */
const OFTEN = 3;

/** How often statements were asked for, and the names of those that were often. */
const asked = new Map<string, { times: number; name?: string }>();

/**
 * The name by which PostgreSQL knows a statement, with a plan for any values: to read and to plan one takes longer than
 * to find a few nodes. Not of those that look for rows and words: these are spread unevenly, and such a plan is off by a
 * hundred times.
 */
export function nameOf(text: string): string | undefined {
  if (UNEVEN.test(text) && !INSERT.test(text) && !ONE_ROW.test(text)) return undefined;
  const known = asked.get(text) ?? { times: 0 };
  if (known.times === 0) {
    if (asked.size >= MOST_NAMED) forgetRare();
    if (asked.size >= MOST_NAMED) return undefined;
    asked.set(text, known);
  }
  known.times += 1;
  if (known.times < OFTEN) return undefined;
  known.name ??= createHash("sha256").update(text).digest("base64url");
  return known.name;
}

const UNEVEN = /\b(rows|title_words)\b/;
/** What is only added is not looked for. */
const INSERT = /^insert into "\w+" \([^)]*\) values /;
/** A row by its primary key is where it is. */
const ONE_ROW =
  /^update "rows" set [^(]* where "data_source_seq" = \(select [^()]*\) and "seq" = \(select [^()]*\)$/;

function forgetRare(): void {
  for (const [text, { times }] of asked) if (times < OFTEN) asked.delete(text);
}
