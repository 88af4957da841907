import { type RawBuilder, sql } from "kysely";
import type { Db } from "../database.ts";
import { isSqlite } from "../engine.ts";
import { inTime, LAST_CHARACTER } from "../query/conditions.ts";
import { atOrAfter, orderBy, type Place, type Term } from "../query/order.ts";

export interface TitleQuery {
  workspaceId: string;
  kind: "page" | "data_source" | undefined;
  /** What to find in titles; undefined for everything. */
  text: SearchedText | undefined;
  /** By how well they match, or by the time of the last change. */
  order: "relevance" | "asc" | "desc";
  /** Leaves out what was put into the trash itself; it may still be in something that was. */
  withoutTrash: boolean;
  /** Leaves out what was made later. ISO 8601. */
  madeBefore: string | undefined;
  /** The page or data source to begin with. */
  from: string | undefined;
  limit: number;
}

export interface SearchedText {
  /** The whole text, folded. */
  folded: string;
  /** One of these has to be in a title. */
  stems: readonly string[];
  /** Or a word that begins like this. */
  prefix: string;
}

/** When more titles have one of the words, they are looked for among the newest ones first. */
const FEW = 1_000;
/** How many of the newest ones. */
const MOST_STEPS = 2_000;
/** When more titles have one of the words, sorting them takes longer than going on with the newest ones. */
const MANY = 20_000;

/**
 * The ids of pages and data sources by their titles.
 *
 * @returns Nothing when the one to begin with does not exist.
 */
export async function findTitles(db: Db, query: TitleQuery): Promise<string[] | undefined> {
  const terms = termsOf(query);
  const place = query.from === undefined ? undefined : await placeOf(db, query, terms, query.from);
  if (query.from !== undefined && place === undefined) return undefined;
  const { text, order } = query;
  const count = text ? await countUpTo(db, query.workspaceId, text, MANY + 1) : 0;
  if (text && order !== "relevance" && count > FEW) {
    const newest = await find(db, query, amongNewest(db, query, terms, place, text), terms, place);
    if (newest.length === query.limit) return newest;
  }
  const isMany = !text || (order !== "relevance" && count > MANY);
  const source = isMany ? newestFirst(db, text) : withWords(query.workspaceId, text);
  return await find(db, query, source, terms, place);
}

async function find(
  db: Db,
  query: TitleQuery,
  source: RawBuilder<unknown>,
  terms: readonly Term[],
  place: Place | undefined,
): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select nodes.id from ${source} and ${inTime("nodes")} and ${where(query)}
      ${place ? sql`and ${atOrAfter(terms, place)}` : sql``}
    order by ${orderBy(terms)} limit ${query.limit}`.execute(db);
  return rows.map(({ id }) => id);
}

/** What is found, whatever its title. */
function where({ workspaceId, kind, withoutTrash, madeBefore }: TitleQuery): RawBuilder<boolean> {
  return sql`nodes.workspace_id = ${workspaceId} and nodes.kind in ('page', 'data_source')
    ${kind ? sql`and nodes.kind = ${kind}` : sql``}
    ${withoutTrash ? sql`and nodes.in_trash = 0` : sql``}
    ${madeBefore === undefined ? sql`` : sql`and nodes.created_time <= ${madeBefore}`}`;
}

function termsOf({ text, order }: TitleQuery): Term[] {
  const direction = order === "asc" ? "asc" : "desc";
  const byTime = ["last_edited_time", "seq"].map(
    (name): Term => ({ expression: sql`${sql.ref(`nodes.${name}`)}`, direction, empty: "never" }),
  );
  return order === "relevance" && text
    ? [{ expression: relevance(text), direction: "desc", empty: "never" }, ...byTime]
    : byTime;
}

/** How many of the words a title has; the whole text itself is worth more than any number of words. */
function relevance(text: SearchedText): RawBuilder<number> {
  return sql`(select count(*) from title_words where title_words.node_seq = nodes.seq and ${hasWord(text)})
    + case when nodes.title = ${text.folded} then 1000 else 0 end`;
}

function hasWord({ stems, prefix }: SearchedText): RawBuilder<boolean> {
  return sql`(title_words.word in (${sql.join([...stems])})
    or title_words.word >= ${prefix} and title_words.word < ${prefix + LAST_CHARACTER})`;
}

async function placeOf(db: Db, { workspaceId }: TitleQuery, terms: readonly Term[], id: string) {
  const values = terms.map((each, index) => sql`${each.expression} as ${sql.ref(`v${index}`)}`);
  const { rows } = await sql<Record<string, string | number>>`
    select ${sql.join(values)} from nodes where id = ${id} and workspace_id = ${workspaceId}`.execute(db);
  const [row] = rows;
  return row && terms.map((_, index) => row[`v${index}`] ?? null);
}

const inEdits = (db: Db): RawBuilder<unknown> =>
  isSqlite(db) ? sql`nodes indexed by nodes_by_edit` : sql`nodes`;

/** All, of which those that are found have one of the words. */
const newestFirst = (db: Db, text: SearchedText | undefined): RawBuilder<unknown> =>
  sql`${inEdits(db)} where ${text ? isTitled(text) : sql`1 = 1`}`;

/** The same, of the first ones in the order only. */
function amongNewest(
  db: Db,
  query: TitleQuery,
  terms: readonly Term[],
  place: Place | undefined,
  text: SearchedText,
): RawBuilder<unknown> {
  return sql`(select nodes.* from ${inEdits(db)} where ${where(query)}
      ${place ? sql`and ${atOrAfter(terms, place)}` : sql``}
      order by ${orderBy(terms)} limit ${sql.lit(MOST_STEPS)}) as nodes where ${isTitled(text)}`;
}

const isTitled = (text: SearchedText): RawBuilder<boolean> => sql`exists (
  select 1 from title_words where title_words.node_seq = nodes.seq and ${hasWord(text)})`;

/** What has a word that is one of them, and what has one that begins so: with `or`, SQLite would go through all words. */
function found(workspaceId: string, { stems, prefix }: SearchedText) {
  const inWorkspace = sql`select node_seq from title_words where workspace_id = ${workspaceId}`;
  return {
    equal: sql`${inWorkspace} and word in (${sql.join([...stems])})`,
    beginning: sql`${inWorkspace} and word >= ${prefix} and word < ${prefix + LAST_CHARACTER}`,
  };
}

function withWords(workspaceId: string, text: SearchedText): RawBuilder<unknown> {
  const { equal, beginning } = found(workspaceId, text);
  return sql`(${equal} union ${beginning}) as found cross join nodes where nodes.seq = found.node_seq`;
}

async function countUpTo(db: Db, workspaceId: string, text: SearchedText, limit: number): Promise<number> {
  const { equal, beginning } = found(workspaceId, text);
  const { rows } = await sql<{ count: number | string }>`
    select count(*) as count from (${equal} union all ${beginning} limit ${limit}) as found`.execute(db);
  return Number(rows[0]?.count);
}
