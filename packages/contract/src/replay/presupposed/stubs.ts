import type { Exchange } from "../../recordings/read.ts";
import { dashed, isUuid } from "../ids.ts";
import { eachObject, isObject, type JsonObject } from "../json.ts";
import type { Sighted } from "./sightings.ts";

/** Something that is named and never shown. */
export interface Stub {
  id: string;
  kind: "page" | "database" | "data_source" | "block";
  title?: string;
  /** The database of a data source. */
  databaseId?: string;
  /** The data source of a row. */
  dataSourceId?: string;
}

/** What answers and accepted requests name without ever showing it: parents, and what is pointed at. */
export function stubsOf(exchanges: readonly Exchange[], { before, made }: Sighted): Map<string, Stub> {
  const stubs = new Map<string, Stub>();
  const name = (stub: Stub): void => {
    if (!isUuid(stub.id) || made.has(stub.id) || before.has(stub.id)) return;
    const known = stubs.get(stub.id);
    stubs.set(stub.id, { ...stub, ...known, ...(stub.title !== undefined && { title: stub.title }) });
  };
  for (const { request, response } of exchanges) {
    if (response.status >= 300) continue;
    eachObject(response.body, (object) => {
      if (typeof object.page_id === "string") name({ id: object.page_id, kind: "page" });
      if (typeof object.block_id === "string") name({ id: object.block_id, kind: "block" });
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
    const asked = askedFor(request.path, request.query);
    if (asked) name(asked);
  }
  const sources = relationTargets(exchanges);
  for (const { response } of exchanges) {
    eachObject(response.body, ({ id, type, relation }) => {
      const dataSourceId = sources.get(id as string);
      if (type !== "relation" || !Array.isArray(relation) || dataSourceId === undefined) return;
      for (const { id: row } of relation as { id: string }[]) name({ id: row, kind: "page", dataSourceId });
    });
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
