import type { Exchange } from "../../recordings/read.ts";
import { dashed, isUuid } from "../ids.ts";
import { eachObject, isObject, type JsonObject } from "../json.ts";
import { parentIds, type Sighted } from "./sightings.ts";

/** Something that is named and never shown. */
export interface Stub {
  id: string;
  kind: "page" | "database" | "data_source" | "block";
  title?: string;
  /** The database of a data source. */
  databaseId?: string;
  /** The data source of a row. */
  dataSourceId?: string;
  /** What a block is in. */
  parentId?: string;
  /** The type of a block. */
  type?: string;
}

/** What answers and accepted requests name without ever showing it: parents, and what is pointed at. */
export function stubsOf(
  exchanges: readonly Exchange[],
  { before, made, answered }: Sighted,
): Map<string, Stub> {
  const stubs = new Map<string, Stub>();
  const name = (stub: Stub): void => {
    if (!isUuid(stub.id) || made.has(stub.id) || before.has(stub.id)) return;
    const known = stubs.get(stub.id);
    stubs.set(stub.id, { ...stub, ...known });
  };
  for (const { request, response } of exchanges) {
    if (response.status >= 300) continue;
    eachObject(response.body, (object) => {
      if (typeof object.page_id === "string") name({ id: object.page_id, kind: "page" });
      if (typeof object.block_id === "string") name({ id: object.block_id, kind: "block" });
      const [parentId] = object.object === "block" ? parentIds(object) : [];
      const type = HOLDERS[object.type as string];
      if (parentId !== undefined && type) name({ id: parentId, kind: "block", type });
      const { data_source_id: source, database_id: database } = object;
      if (typeof source === "string") {
        name({
          id: source,
          kind: "data_source",
          ...(typeof database === "string" && { databaseId: database }),
        });
      }
      if (typeof database === "string") name({ id: database, kind: "database" });
      for (const stub of mentionIn(object)) name(stub);
    });
    for (const stub of placesIn(request)) name(stub);
  }
  // What an address names is known best by what answers say of it.
  for (const { request, response } of exchanges) {
    const asked = response.status < 300 ? askedFor(request.path, request.query) : undefined;
    if (asked) name(asked);
  }
  const targets = relationTargets(exchanges);
  for (const row of answered.filter(({ object }) => object === "page")) {
    // Answers of 2022-06-28 do not name it.
    const { data_source_id: source, database_id: databaseId } = Object(row.parent) as JsonObject;
    if (typeof source === "string" && typeof databaseId === "string") {
      name({ id: source, kind: "data_source", databaseId });
    }
    for (const { id: propertyId, relation } of Object.values(row.properties as Record<string, JsonObject>)) {
      // A relation whose other side nothing tells leads to its own data source: see `schemasOf`.
      const dataSourceId = targets.get(propertyId as string) ?? parentIds(row)[0];
      if (!Array.isArray(relation) || dataSourceId === undefined) continue;
      for (const { id } of relation as { id: string }[]) name({ id, kind: "page", dataSourceId });
    }
  }
  return stubs;
}

/** A page or database that a rich text mentions. One that is called `Untitled` may not be shared, and so is left out. */
function mentionIn({ type, mention, plain_text }: JsonObject): Stub[] {
  if (type !== "mention" || !isObject(mention) || plain_text === "Untitled") return [];
  const { page, database } = mention as { page?: { id: string }; database?: { id: string } };
  const title = String(plain_text);
  if (page) return [{ id: page.id, kind: "page", title }];
  return database ? [{ id: database.id, kind: "database", title }] : [];
}

/** The block that new ones are put after, and what both are in. */
function placesIn({ path, body }: Exchange["request"]): Stub[] {
  const { after, position } = Object(body) as { after?: string; position?: { after_block?: { id: string } } };
  const id = position?.after_block?.id ?? after;
  const parentId = path.split("/")[3] ?? "";
  return path.endsWith("/children") && id
    ? [{ id: dashed(id), kind: "block", parentId: dashed(parentId) }]
    : [];
}

/** What a block has to be when such a block is in it. */
const HOLDERS: Record<string, string> = { column: "column_list", table_row: "table" };

const KINDS: Record<string, Stub["kind"]> = {
  pages: "page",
  blocks: "page",
  databases: "database",
  data_sources: "data_source",
};

/** What an address names. */
function askedFor(path: string, query: readonly [string, string][]): Stub | undefined {
  const [, , resource = "", id = ""] = path.split("/");
  const block = query.find(([key]) => key === "block_id")?.[1];
  if (block !== undefined) return { id: dashed(block), kind: "page" };
  const kind = KINDS[resource];
  return kind && isUuid(id) ? { id: dashed(id), kind } : undefined;
}

/** The data source that each relation property points at, by the property's id as answers have it. */
function relationTargets(exchanges: readonly Exchange[]): Map<string, string> {
  const targets = new Map<string, string>();
  for (const { response } of exchanges) {
    eachObject(response.body, ({ id, type, relation }) => {
      if (type !== "relation" || !isObject(relation) || typeof relation.data_source_id !== "string") return;
      targets.set(id as string, relation.data_source_id);
    });
  }
  return targets;
}
