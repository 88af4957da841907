import { type RawBuilder, sql } from "kysely";
import type { Db } from "../database.ts";
import { allOf } from "./compound.ts";
import { type Condition, indexFor, inTime, where } from "./conditions.ts";
import { expression, PRIMARY_KEY } from "./fields.ts";
import { atOrAfter, type OrderKey, orderBy, type Place, seek, termsOf } from "./order.ts";
import { excludes, type Segment, segmentsOf } from "./segments.ts";
import { sortedRows } from "./sorted.ts";
import { by } from "./sources.ts";

/** How many rows are looked at in the hope that enough of them pass. */
const MOST_STEPS = 5_000;
/** The same of rows that stand next to each other. */
const MOST_ADJACENT = 20_000;
/** How many rows of several values are sorted at once. */
const MOST_SORTED = 1_000;
/** How many rows could be looked at in the time that it takes to go on to another stretch of them. */
const STRETCH_STEPS = 100;

/** The rows to be found, and how far that has come. */
interface Walk {
  db: Db;
  dataSource: number;
  /** Of rows that are equal in all keys. */
  newest: "asc" | "desc";
  limit: number;
  found: string[];
  stepsLeft: number;
}

/**
 * Follows the indexes of an order until there are enough rows.
 *
 * @param condition What rows have to be like.
 * @param newest In which direction rows follow each other that are equal in all keys.
 * @param place Where to begin, as the values of the order there.
 * @returns Nothing when no index has the order, or when too few of the rows on the way pass.
 */
export async function walkOrder(
  db: Db,
  dataSource: number,
  condition: Condition,
  keys: readonly OrderKey[],
  newest: "asc" | "desc",
  place: Place | undefined,
  limit: number,
): Promise<string[] | undefined> {
  const stepsLeft = keys.length === 0 ? MOST_ADJACENT : MOST_STEPS;
  const walk: Walk = { db, dataSource, newest, limit, found: [], stepsLeft };
  return (await follow(walk, condition, keys, place)) ? walk.found : undefined;
}

/** @returns Whether it came to the end, or to enough rows. */
async function follow(
  walk: Walk,
  condition: Condition,
  keys: readonly OrderKey[],
  place: Place | undefined,
): Promise<boolean> {
  const segments = segmentsOf(keys, place);
  if (!segments) return false;
  const tests = "all" in condition ? condition.all : [condition];
  for (const segment of segments) {
    if (tests.some((test) => excludes(test, segment))) continue;
    if (walk.stepsLeft <= 0) return false;
    // What the index itself finds of the filter is not walked past.
    const own = tests.filter((test) => finds(segment, test)).flatMap((test) => ahead(test, segment));
    const narrowed = { ...segment, test: allOf([segment.test, ...own]) };
    if (!(await followSegment(walk, condition, narrowed))) return false;
    if (walk.found.length >= walk.limit) return true;
    walk.stepsLeft -= STRETCH_STEPS;
  }
  return true;
}

/** Whether the index of a segment itself leaves only rows that are like this. */
function finds({ index, isSorted }: Segment, test: Condition): boolean {
  if ("since" in test) return index === PRIMARY_KEY;
  return isSorted && indexFor(test) === index;
}

/** What is left of a test from the place on: a limit that lies behind it would be where SQLite begins. */
function ahead(test: Condition, { keys: [first], place }: Segment): Condition[] {
  if (!place || !("from" in test || "to" in test)) return [test];
  const limit = first?.direction === "asc" ? test.to : test.from;
  if (!limit) return [];
  return [{ field: test.field, [first?.direction === "asc" ? "to" : "from"]: limit }];
}

async function followSegment(walk: Walk, condition: Condition, segment: Segment): Promise<boolean> {
  const { keys, isSorted, test, place } = segment;
  const [first] = keys;
  if (!first) return await step(walk, condition, segment);
  if (isSorted) {
    const isIndexed = keys.length === 1 && first.direction === walk.newest;
    return isIndexed ? await step(walk, condition, segment) : await followValues(walk, condition, segment);
  }
  // All rows are equal in the key that the index has. Few of them are sorted; of many, the next key's index is used.
  // They are counted from the first one on, for which the index is enough.
  const counted = await count(walk, { ...segment, place: undefined });
  if (counted < walk.stepsLeft) return await sortStretch(walk, condition, segment, counted);
  return await follow(walk, allOf([condition, test]), keys, place);
}

/**
 * Follows an index of which rows that are equal in its values have an order of their own: stretches short enough to
 * be sorted, and values that so many rows have that these are followed by the index of the next key.
 */
async function followValues(walk: Walk, condition: Condition, segment: Segment): Promise<boolean> {
  const [key, ...later] = segment.keys;
  if (!key) return true;
  const from = (value: string | number, inclusive: boolean): Condition =>
    ({ field: key.field, [key.direction === "asc" ? "from" : "to"]: { value, inclusive } }) as Condition;
  const before = (value: string | number): Condition =>
    ({
      field: key.field,
      [key.direction === "asc" ? "to" : "from"]: { value, inclusive: false },
    }) as Condition;
  let rest = segment;
  for (; walk.found.length < walk.limit; walk.stepsLeft -= STRETCH_STEPS) {
    if (walk.stepsLeft <= 0) return false;
    const most = Math.min(walk.stepsLeft, MOST_SORTED) - 1;
    const { first, last } = await ends(walk, rest, key, most);
    if (first === null) return true;
    if (last === null) return await sortStretch(walk, condition, rest, most);
    if (first === last) {
      const one: Condition = {
        field: key.field,
        from: { value: first, inclusive: true },
        to: { value: first, inclusive: true },
      };
      const block: Segment = {
        index: rest.index,
        test: one,
        keys: later,
        isSorted: false,
        place: rest.place?.[0] === first ? rest.place.slice(1) : undefined,
      };
      if (!(await followSegment(walk, condition, block))) return false;
      rest = { ...rest, test: allOf([segment.test, from(first, false)]), place: undefined };
    } else {
      const part = { ...rest, test: allOf([rest.test, before(last)]) };
      if (!(await sortStretch(walk, condition, part, most))) return false;
      rest = { ...rest, test: allOf([segment.test, from(last, true)]), place: undefined };
    }
  }
  return true;
}

interface Ends {
  first: string | number | null;
  last: string | number | null;
}

/**
 * The value that the rest begins with, and the one that comes after so many rows; nothing when it ends before. The index
 * is enough for that: where among the rows of the first value the place is does not matter.
 */
async function ends(
  walk: Walk,
  segment: Segment,
  { field, direction }: OrderKey,
  most: number,
): Promise<Ends> {
  const value = expression(field);
  const begin = segment.place?.[0] ?? null;
  const from =
    begin === null ? sql`` : sql`and ${value} ${sql.raw(direction === "asc" ? ">=" : "<=")} ${begin}`;
  const rest = stretch(walk, { ...segment, place: undefined });
  const at = (offset: number) => sql`(select ${value} from ${rest} ${from}
    order by ${value} ${sql.raw(direction)} limit 1 offset ${sql.lit(offset)})`;
  const { rows } = await sql<Ends>`
    select ${begin === null ? at(0) : sql`null`} as first, ${at(most)} as last`.execute(walk.db);
  return { first: begin ?? rows[0]?.first ?? null, last: rows[0]?.last ?? null };
}

/** The rows of a segment from its place on. */
function stretch(
  { db, dataSource, newest }: Walk,
  { index, test, keys, isSorted, place }: Segment,
): RawBuilder<unknown> {
  const terms = termsOf(keys, newest);
  const after = place && (isSorted ? seek(terms, place) : atOrAfter(terms, place));
  return sql`${by(db, index)} where rows.data_source_seq = ${dataSource} and ${where(test)}
    ${after ? sql`and ${after}` : sql``}`;
}

/** Sorts the rows of a segment, of which there are no more than so many. */
async function sortStretch(
  walk: Walk,
  condition: Condition,
  segment: Segment,
  most: number,
): Promise<boolean> {
  const { db, limit, found, newest } = walk;
  const passing = sql`${stretch(walk, segment)} and ${inTime("rows")} and ${where(condition)}`;
  const order = { keys: segment.keys, newest };
  found.push(...(await sortedRows(db, passing, order, limit - found.length)));
  walk.stepsLeft -= most;
  return found.length >= limit || walk.stepsLeft > 0;
}

/** Looks at the rows of a segment, which its index has in their order: as many as there are steps left. */
async function step(walk: Walk, condition: Condition, segment: Segment): Promise<boolean> {
  if (walk.stepsLeft <= 0) return false;
  const { db, limit, found, newest, stepsLeft } = walk;
  const [first, ...terms] = termsOf(segment.keys, newest);
  const filled = first && segment.isSorted ? { ...first, empty: "never" as const } : first;
  const { rows } = await sql<{ page_id: string }>`
    select rows.page_id from (
      select rows.* from ${stretch(walk, segment)}
      order by ${orderBy(filled ? [filled, ...terms] : terms)} limit ${stepsLeft}
    ) as rows where ${where(condition)} limit ${limit - found.length}`.execute(db);
  found.push(...rows.map((row) => row.page_id));
  if (found.length >= limit) return true;
  walk.stepsLeft -= await count(walk, segment);
  return walk.stepsLeft > 0;
}

/** How many rows a segment has from its place on, as far as there are steps left. */
async function count(walk: Walk, segment: Segment): Promise<number> {
  const { rows } = await sql<{ count: number | string }>`
    select count(*) as count from (
      select 1 from ${stretch(walk, segment)} limit ${walk.stepsLeft}
    ) as walked`.execute(walk.db);
  return Number(rows[0]?.count);
}
