import { randomInt } from "node:crypto";
import type { Insertable, Updateable } from "kysely";
import { sql } from "kysely";
import type { Db } from "./database.ts";
import { addTitles, changeTitles } from "./search/title-words.ts";
import { rowStatement, statement } from "./statement.ts";
import type { Node, NodesTable } from "./tables.ts";

const nodeById = statement((db, workspaceId: string, id: string) =>
  db.selectFrom("nodes").selectAll().where("id", "=", id).where("workspace_id", "=", workspaceId),
);

export async function findNode(db: Db, workspaceId: string, id: string): Promise<Node | undefined> {
  return (await nodeById(db, workspaceId, id))[0];
}

export async function findNodes(
  db: Db,
  workspaceId: string,
  ids: readonly string[],
): Promise<Map<string, Node>> {
  if (ids.length === 0) return new Map();
  const nodes = await db
    .selectFrom("nodes")
    .selectAll()
    .where("id", "in", [...new Set(ids)])
    .where("workspace_id", "=", workspaceId)
    .execute();
  return new Map(nodes.map((node) => [node.id, node]));
}

/** Which state each of several nodes is in. */
export async function findRevisions(
  db: Db,
  workspaceId: string,
  ids: readonly string[],
): Promise<Map<string, Pick<Node, "id" | "revision">>> {
  if (ids.length === 0) return new Map();
  const revisions = await db
    .selectFrom("nodes")
    .select(["id", "revision"])
    .where("id", "in", ids)
    .where("workspace_id", "=", workspaceId)
    .execute();
  return new Map(revisions.map((revision) => [revision.id, revision]));
}

/** In a statement: the `seq` of a node. */
export const seqOf = (id: string) => sql<number>`(select seq from nodes where id = ${id})`;

/** The `seq` of each of several nodes, in any order. */
export async function findSeqs(db: Db, ids: readonly string[]): Promise<number[]> {
  const found = await db.selectFrom("nodes").select("seq").where("id", "in", ids).execute();
  return found.map(({ seq }) => Number(seq));
}

const insertReturning = rowStatement((db, nodes: Insertable<NodesTable>[]) =>
  db.insertInto("nodes").values(nodes).returning("seq"),
);

/** Adds a node, and says what became of it. */
export async function insertNode(db: Db, node: Omit<Node, "seq" | "revision">): Promise<Node> {
  const revisedNode = { ...node, ...revised() };
  const [made] = await insertReturning(db, [revisedNode]);
  const inserted = { ...revisedNode, seq: Number(made?.seq) };
  await addTitles(db, [inserted]);
  return inserted;
}

const insert = rowStatement((db, nodes: Insertable<NodesTable>[]) => db.insertInto("nodes").values(nodes));

/** Adds nodes. Several at once cost little more than one. */
export async function insertNodes(db: Db, nodes: Insertable<NodesTable>[]): Promise<void> {
  // SQLite takes 32 766 variables in a statement, PostgreSQL twice as many; a node has fifteen.
  for (let start = 0; start < nodes.length; start += 1000) {
    const batch = nodes.slice(start, start + 1000);
    await insert(db, batch);
    await addTitlesOf(
      db,
      batch.filter(({ title }) => title).map(({ id }) => id),
    );
  }
}

/** Makes nodes known to search which have their numbers only since they are in the database. */
async function addTitlesOf(db: Db, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return;
  const titled = await db
    .selectFrom("nodes")
    .select(["seq", "workspace_id", "kind", "title"])
    .where("id", "in", ids)
    .execute();
  await addTitles(db, titled);
}

/** What every change of a node sets besides. See `NodesTable.revision`. */
export const revised = (): { revision: number } => ({ revision: randomInt(2 ** 48 - 1) });

const update = rowStatement((db, [change]: Updateable<NodesTable>[], id: string) =>
  db
    .updateTable("nodes")
    .set(change ?? {})
    .where("id", "=", id),
);

export async function updateNode(db: Db, id: string, change: Updateable<NodesTable>): Promise<void> {
  if (change.title !== undefined) await changeTitles(db, [id], change.title);
  await update(db, [{ ...change, ...revised() }], id);
}

export async function updateNodes(
  db: Db,
  ids: readonly string[],
  change: Updateable<NodesTable>,
): Promise<void> {
  if (change.title !== undefined) await changeTitles(db, ids, change.title);
  for (const id of ids) await update(db, [{ ...change, ...revised() }], id);
}

/** The children of a node in their order, those in the trash left out. */
export function childrenOf(db: Db, parentId: string) {
  return db
    .selectFrom("nodes")
    .selectAll()
    .where("parent_id", "=", parentId)
    .where("in_trash", "=", 0)
    .orderBy("position")
    .orderBy("seq");
}

/** Counts the children again that are not in the trash; `has_children` follows from it. */
export async function recountChildren(db: Db, parentId: string): Promise<void> {
  await sql`update nodes set revision = ${revised().revision}, children_count =
    (select count(*) from nodes child where child.parent_id = ${parentId} and child.in_trash = 0)
    where id = ${parentId}`.execute(db);
}
