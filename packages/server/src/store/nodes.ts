import { randomInt } from "node:crypto";
import type { Insertable, Updateable } from "kysely";
import { sql } from "kysely";
import { type Ancestor, type Ancestry, toAncestry } from "./ancestry.ts";
import type { Db } from "./database.ts";
import type { Remembered } from "./remembered.ts";
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

/** In a statement: a node and what is above it, as `up`, by `depth`. */
const upFrom = (workspaceId: string, id: string) => sql`
    with recursive up (id, kind, type, parent_id, in_trash, revision, depth) as (
      select id, kind, type, parent_id, in_trash, revision, 0 from nodes
      where id = ${id} and workspace_id = ${workspaceId}
      union all
      select above.id, above.kind, above.type, above.parent_id, above.in_trash, above.revision, up.depth + 1
      from nodes above join up on above.id = up.parent_id
    )`;

/** In a statement: the columns of an `Ancestor`. */
const ancestor = (
  connectionId: string,
) => sql`up.id, up.kind, up.type, up.parent_id, up.in_trash, up.revision,
      case when exists (
        select 1 from shares where shares.node_id = up.id and shares.connection_id = ${connectionId}
      ) then 1 else 0 end as shared`;

const ancestors = statement((db, workspaceId: string, id: string, connectionId: string) => ({
  compile: () =>
    sql<Ancestor>`${upFrom(workspaceId, id)}
    select ${ancestor(connectionId)} from up order by up.depth`.compile(db),
}));

/** The node itself first, and only that with all its columns. Of columns with one name the last one counts. */
const nodeAndAncestors = statement((db, workspaceId: string, id: string, connectionId: string) => ({
  compile: () =>
    sql<Ancestor & Node>`${upFrom(workspaceId, id)}
    select self.*, ${ancestor(connectionId)}
    from up left join nodes self on self.id = up.id and up.depth = 0 order by up.depth`.compile(db),
}));

/**
 * Walks up from a node.
 *
 * @param connectionId For whom to look at shares.
 * @returns Nothing when the workspace has no such node.
 */
export async function ancestryOf(
  db: Db,
  workspaceId: string,
  id: string,
  connectionId: string,
  remembered?: Remembered,
): Promise<Ancestry | undefined> {
  const known = remembered?.ancestry(workspaceId, id, connectionId);
  if (known) return known;
  const chain = await ancestors(db, workspaceId, id, connectionId);
  if (chain.length === 0) return undefined;
  remembered?.addAncestors(workspaceId, chain, connectionId);
  return toAncestry(chain);
}

/**
 * A node and what is above it, both at once.
 *
 * @returns Nothing when the workspace has no such node.
 */
export async function nodeWithAncestry(
  db: Db,
  workspaceId: string,
  id: string,
  connectionId: string,
): Promise<{ node: Node; ancestry: Ancestry } | undefined> {
  const chain = await nodeAndAncestors(db, workspaceId, id, connectionId);
  if (!chain[0]) return undefined;
  const { shared, ...node } = chain[0];
  return { node, ancestry: toAncestry(chain) };
}

/** A node, and what follows from where it is. */
export interface PlacedNode {
  node: Node;
  /** Whether it, or something above it, is shared with the connection. */
  shared: boolean;
  /** Whether it, or something above it, is in the trash. */
  inTrash: boolean;
}

/**
 * Nodes by their ids, with what is above them looked at.
 *
 * @param connectionId For whom to look at shares.
 */
export async function findPlacedNodes(
  db: Db,
  workspaceId: string,
  ids: readonly string[],
  connectionId: string,
): Promise<Map<string, PlacedNode>> {
  if (ids.length === 0) return new Map();
  const { rows } = await sql<Node & { is_shared: number; is_trashed: number }>`
    with recursive up (start_id, id, parent_id, in_trash) as (
      select id, id, parent_id, in_trash from nodes
      where id in (${sql.join([...new Set(ids)])}) and workspace_id = ${workspaceId}
      union all
      select up.start_id, above.id, above.parent_id, above.in_trash
      from nodes above join up on above.id = up.parent_id
    )
    select nodes.*, place.is_shared, place.is_trashed from (
      select up.start_id, max(up.in_trash) as is_trashed,
        max(case when shares.node_id is null then 0 else 1 end) as is_shared
      from up left join shares on shares.node_id = up.id and shares.connection_id = ${connectionId}
      group by up.start_id
    ) as place join nodes on nodes.id = place.start_id`.execute(db);
  return new Map(
    rows.map(({ is_shared, is_trashed, ...node }) => [
      node.id,
      { node, shared: Number(is_shared) === 1, inTrash: Number(is_trashed) === 1 },
    ]),
  );
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
