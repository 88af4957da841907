import type { Seed, SeedObject } from "@notional/server";
import { idForm, uuidsIn } from "../ids.ts";
import { eachObject, isObject, type JsonObject } from "../json.ts";
import type { Tape } from "../tapes.ts";
import { peopleOf } from "./people.ts";
import { type Properties, schemasOf } from "./schemas.ts";
import { dataSourcesOf, parentIds, type Sighted, type Sighting, sightingsOf } from "./sightings.ts";
import { type Stub, stubsOf } from "./stubs.ts";

/** What a tape presupposes. */
export interface Presupposed {
  seed: Seed;
  /** The ids of all that is in the seed. */
  known: Set<string>;
}

/**
 * The workspace as it was before the first request of a tape, as far as the tape tells: what answers show before
 * the tape made it, as they first show it, and what they only name.
 */
export function presupposedBy({ exchanges }: Tape, token: string): Presupposed {
  const sighted = sightingsOf(exchanges);
  const { id, name, users, connection, emojis } = peopleOf(exchanges, sighted.made, token);
  const seed: Seed = {
    workspaces: [
      {
        ...(id !== undefined && { id }),
        name,
        users,
        connections: [connection],
        custom_emojis: emojis,
        objects: objectsOf(sighted, stubsOf(exchanges, sighted)),
      },
    ],
  };
  return { seed, known: idsIn(seed, sighted.made) };
}

function idsIn(seed: Seed, made: ReadonlySet<string>): Set<string> {
  const known = new Set(uuidsIn(JSON.stringify(seed)));
  eachObject(seed, ({ id }) => {
    if (typeof id === "string" && idForm("id", id) === "short") known.add(id);
  });
  for (const id of made) known.delete(id);
  return known;
}

function objectsOf(sighted: Sighted, stubs: ReadonlyMap<string, Stub>): SeedObject[] {
  const all = [...sighted.before.values()];
  const sources = dataSourcesIn(all, stubs, sighted.made);
  const schemas = schemasOf(sighted, sources.keys());
  const last = Math.max(0, ...all.map(({ order }) => order));
  const shown = all.toSorted(byPlace).map((sighting) => seedObject(sighting, sighted, schemas, last));
  const databases = new Set([...sources.values()].map(({ databaseId }) => databaseId));
  const named = [...stubs.values()].flatMap((stub) => stubObject(stub, databases));
  const unseen = [...sources]
    .filter(([id]) => !sighted.before.has(id))
    .map(([id, { databaseId, title }]) => ({
      object: "data_source" as const,
      id,
      title: title ?? "",
      properties: schemas.get(id),
      parent: { type: "database_id", database_id: databaseId },
    }));
  const childless = all.filter((sighting) => needsChild(sighting, sighted)).map(stubChild);
  return [...named, ...missingDatabases(sources, sighted, stubs), ...shown, ...unseen, ...childless];
}

/** Siblings in the order of their lists; rows, which lists show newest first, in the order of their making. */
function byPlace(one: Sighting, other: Sighting): number {
  if (one.listed !== undefined && other.listed !== undefined) return one.listed - other.listed;
  const [a, b] = [String(one.object.created_time ?? ""), String(other.object.created_time ?? "")];
  return a === b ? other.order - one.order : a < b ? -1 : 1;
}

/** All data sources, with the database of each. */
function dataSourcesIn(
  all: readonly Sighting[],
  stubs: ReadonlyMap<string, Stub>,
  made: ReadonlySet<string>,
): Map<string, { databaseId?: string; title?: string }> {
  const sources = new Map<string, { databaseId?: string; title?: string }>();
  for (const { id, kind, databaseId } of stubs.values()) {
    if (kind === "data_source") sources.set(id, databaseId === undefined ? {} : { databaseId });
  }
  for (const { id, object } of all) {
    for (const source of dataSourcesOf(object)) {
      if (!made.has(source.id)) sources.set(source.id, { databaseId: id, title: source.name ?? "" });
    }
    const [databaseId] = parentIds(object);
    if (object.object === "data_source" && databaseId) sources.set(id, { databaseId });
  }
  return sources;
}

/** The databases of data sources, where nothing shows them. */
function missingDatabases(
  sources: ReturnType<typeof dataSourcesIn>,
  { before }: Sighted,
  stubs: ReadonlyMap<string, Stub>,
): SeedObject[] {
  const missing: SeedObject[] = [];
  for (const [id, { databaseId, title }] of sources) {
    if (databaseId !== undefined && before.has(databaseId)) continue;
    const source = before.get(id)?.object ?? {};
    const { title: shown, icon, description, is_inline, public_url, in_trash } = source;
    missing.push({
      object: "database",
      ...(databaseId !== undefined && { id: databaseId }),
      title: shown ?? stubs.get(databaseId ?? "")?.title ?? title ?? "",
      icon,
      description,
      is_inline,
      public_url,
      in_trash,
      parent: isObject(source.database_parent)
        ? source.database_parent
        : { type: "workspace", workspace: true },
      ...(databaseId === undefined && { data_sources: [{ id }] }),
    });
  }
  return missing;
}

function seedObject(
  { object, block, order }: Sighting,
  { made }: Sighted,
  schemas: ReadonlyMap<string, Properties>,
  last: number,
): SeedObject {
  const parent = parentIds(object).some((id) => made.has(id))
    ? { type: "workspace", workspace: true }
    : object.parent;
  // Answers round times; what a list shows first was the last to be made or changed in that minute.
  const exact = (time: unknown): unknown =>
    typeof time === "string" && time.endsWith(":00.000Z")
      ? new Date(Date.parse(time) + last - order).toISOString()
      : time;
  const times = {
    created_time: exact(object.created_time),
    last_edited_time: exact(object.last_edited_time),
  };
  // A database does not say who made it; the block that stands for it does.
  const whole = { ...block, ...object, ...times, parent };
  if (object.object === "page") return { ...whole, properties: valuesOf(object, schemas, made) };
  if (object.object === "data_source") return { ...whole, properties: schemas.get(object.id as string) };
  if (object.object === "database") return { ...whole, data_sources: undefined };
  return whole;
}

/** The values of a page that its data source has properties for, without what the tape made. */
function valuesOf(
  object: JsonObject,
  schemas: ReadonlyMap<string, Properties>,
  made: ReadonlySet<string>,
): JsonObject {
  const schema = schemas.get(parentIds(object)[0] ?? "");
  const values = object.properties as Properties;
  if (!schema) return values;
  const names = new Map(Object.entries(schema).map(([name, { id, type }]) => [id, { name, type }]));
  const kept = Object.values(values).flatMap((value) => {
    const property = names.get(value.id);
    if (!property || property.type !== value.type) return [];
    if (!Array.isArray(value.relation)) return [[property.name, value]];
    const relation = (value.relation as { id: string }[]).filter(({ id }) => !made.has(id));
    return [[property.name, { ...value, relation }]];
  });
  return Object.fromEntries(kept) as JsonObject;
}

function stubObject(
  { id, kind, title, dataSourceId }: Stub,
  databases: ReadonlySet<string | undefined>,
): SeedObject[] {
  const top = { type: "workspace", workspace: true };
  if (kind === "page") {
    const parent = dataSourceId ? { type: "data_source_id", data_source_id: dataSourceId } : top;
    return [{ object: "page", id, title: title ?? "", parent }];
  }
  if (kind === "block") {
    return [{ object: "page", parent: top, children: [{ type: "toggle", id, toggle: {} }] }];
  }
  // A data source needs more than its name; so does the database of one.
  if (kind === "data_source" || databases.has(id)) return [];
  return [
    { object: "database", id, title: title ?? "", parent: top, data_sources: [{ title: title ?? "" }] },
  ];
}

/** Whether something has children that nobody asked for. */
function needsChild({ id, object, block }: Sighting, { before, made, listed }: Sighted): boolean {
  if ((block ?? object).has_children !== true || listed.has(id)) return false;
  return ![...before.values()].some(
    (other) => parentIds(other.object)[0] === id && !made.has(other.id) && other.object.in_trash !== true,
  );
}

const CHILD_TYPES: Record<string, string> = { table: "table_row", column_list: "column" };

function stubChild({ id, object }: Sighting): SeedObject {
  const type = CHILD_TYPES[object.type as string] ?? "paragraph";
  const isPage = object.object === "page" || object.type === "child_page";
  return {
    object: "block",
    type,
    [type]: {},
    parent: isPage ? { type: "page_id", page_id: id } : { type: "block_id", block_id: id },
  };
}
