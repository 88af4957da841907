import type { Insertable } from "kysely";
import type { Db } from "../database.ts";
import { rowStatement } from "../statement.ts";
import type { NodeKind, TitleWordsTable } from "../tables.ts";
import { stemsOf } from "./words.ts";

/** What search can find by its title. */
export interface Titled {
  seq: number;
  workspace_id: string;
  kind: NodeKind;
  /** Folded. */
  title?: string | null | undefined;
}

/** SQLite takes 32 766 variables in a statement; a word has three. */
const BATCH = 10_000;

const insertWords = rowStatement((db, words: Insertable<TitleWordsTable>[]) =>
  db.insertInto("title_words").values(words),
);

/** Makes new pages and data sources known to search. */
export async function addTitles(db: Db, nodes: readonly Titled[]): Promise<void> {
  const words = nodes
    .filter(({ kind }) => kind === "page" || kind === "data_source")
    .flatMap(({ seq, workspace_id, title }) =>
      stemsOf(title ?? "").map((word) => ({ node_seq: seq, word, workspace_id })),
    );
  for (let start = 0; start < words.length; start += BATCH) {
    await insertWords(db, words.slice(start, start + BATCH));
  }
}

/**
 * Makes a new title known to search. Called before it is written.
 *
 * @param title Folded.
 */
export async function changeTitles(db: Db, ids: readonly string[], title: string | null): Promise<void> {
  const changed = await db
    .selectFrom("nodes")
    .select(["seq", "workspace_id", "kind"])
    .where("id", "in", ids)
    .where((eb) => eb.or([eb("title", "is", null), eb("title", "!=", title ?? "")]))
    .execute();
  if (changed.length === 0) return;
  await db
    .deleteFrom("title_words")
    .where(
      "node_seq",
      "in",
      changed.map(({ seq }) => seq),
    )
    .execute();
  await addTitles(
    db,
    changed.map((node) => ({ ...node, title })),
  );
}
