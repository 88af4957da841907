import { type RawBuilder, sql } from "kysely";
import type { Db } from "../database.ts";
import { isSqlite } from "../engine.ts";
import { LAST_CHARACTER } from "../query/conditions.ts";
import { atOrAfter, orderBy, type Term } from "../query/order.ts";

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

/** When more titles have one of the words, enough of the newest ones do. */
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
  const source = await sourceOf(db, query);
  const { workspaceId, kind, withoutTrash, madeBefore } = query;
  const { rows } = await sql<{ id: string }>`
    select nodes.id from ${source}
      and nodes.workspace_id = ${workspaceId} and nodes.kind in ('page', 'data_source')
      ${kind ? sql`and nodes.kind = ${kind}` : sql``}
      ${withoutTrash ? sql`and nodes.in_trash = 0` : sql``}
      ${madeBefore === undefined ? sql`` : sql`and nodes.created_time <= ${madeBefore}`}
      ${place ? sql`and ${atOrAfter(terms, place)}` : sql``}
    order by ${orderBy(terms)} limit ${query.limit}`.execute(db);
  return rows.map(({ id }) => id);
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
  return sql`(select count(*) from title_words where title_words.node_id = nodes.id and ${hasWord(text)})
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

/** Where to look: at the titles that have a word, when they are few enough to be sorted; else at the newest first. */
async function sourceOf(db: Db, { text, workspaceId, order }: TitleQuery): Promise<RawBuilder<unknown>> {
  const newest = isSqlite(db) ? sql`nodes indexed by nodes_by_edit` : sql`nodes`;
  if (!text) return sql`${newest} where 1 = 1`;
  // Two statements in one: with `or` instead, SQLite would go through all words of the workspace.
  const { stems, prefix } = text;
  const inWorkspace = sql`select node_id from title_words where workspace_id = ${workspaceId}`;
  const equal = sql`${inWorkspace} and word in (${sql.join([...stems])})`;
  const beginning = sql`${inWorkspace} and word >= ${prefix} and word < ${prefix + LAST_CHARACTER}`;
  const { rows } = await sql<{ count: number | string }>`
    select count(*) as count from (${equal} union all ${beginning} limit ${MANY + 1}) as found`.execute(db);
  if (order === "relevance" || Number(rows[0]?.count) <= MANY) {
    return sql`(${equal} union ${beginning}) as found cross join nodes where nodes.id = found.node_id`;
  }
  return sql`${newest} where exists (
    select 1 from title_words where title_words.node_id = nodes.id and ${hasWord(text)})`;
}
