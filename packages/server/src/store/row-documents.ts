import { sql } from "kysely";
import type { Db } from "./database.ts";
import type { PageDocument } from "./documents.ts";
import { revised } from "./nodes.ts";
import type { Node } from "./tables.ts";

/** What a change of a schema may need to know of a row. */
export interface RowDocument {
  id: string;
  document: PageDocument;
}

/** How many rows are held in memory, and written in one statement, at a time. */
const BATCH = 500;

/**
 * Goes through all rows of a data source, in the order in which they were made, those in the trash and
 * templates included.
 *
 * @param change Changes the document of a row in place; says whether it did.
 */
export async function rewriteRows(
  db: Db,
  dataSourceId: string,
  change: (row: RowDocument) => boolean,
): Promise<void> {
  let after = 0;
  for (;;) {
    const nodes = await rowsAfter(db, dataSourceId, after, BATCH);
    const last = nodes.at(-1);
    if (!last) return;
    after = Number(last.seq);
    const changed = nodes
      .map(({ id, document }) => ({ id, document: JSON.parse(document) as PageDocument }))
      .filter(change);
    await writeDocuments(db, changed);
  }
}

/**
 * Rows of a data source in the order in which they were made, those in the trash and templates included.
 *
 * @param after The `seq` of the last one that is known; 0 for the start.
 */
export async function rowsAfter(db: Db, dataSourceId: string, after: number, limit: number): Promise<Node[]> {
  return await db
    .selectFrom("nodes")
    .selectAll()
    .where("parent_id", "=", dataSourceId)
    .where("kind", "=", "page")
    // Rows have no order of their own; said so, the index of children has them in the order of `seq`.
    .where("position", "is", null)
    .where("seq", ">", after)
    .orderBy("seq")
    .limit(limit)
    .execute();
}

async function writeDocuments(db: Db, rows: readonly RowDocument[]): Promise<void> {
  if (rows.length === 0) return;
  const values = rows.map(({ id, document }) => sql`(${id}, ${JSON.stringify(document)})`);
  await sql`with changed (id, document) as (values ${sql.join(values)})
    update nodes set document = changed.document, revision = ${revised().revision} from changed where changed.id = nodes.id`.execute(
    db,
  );
}

/** How many rows a data source has, those in the trash and templates included. */
export async function countRows(db: Db, dataSourceId: string): Promise<number> {
  const { count } = await db
    .selectFrom("nodes")
    .select((eb) => eb.fn.countAll().as("count"))
    .where("parent_id", "=", dataSourceId)
    .where("kind", "=", "page")
    .executeTakeFirstOrThrow();
  return Number(count);
}
