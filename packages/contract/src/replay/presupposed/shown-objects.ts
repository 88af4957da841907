import type { SeedObject } from "@notional/server";
import type { JsonObject } from "../json.ts";
import type { Recency } from "./recency.ts";
import type { Properties } from "./schemas.ts";
import { parentIds, type Sighted, type Sighting } from "./sightings.ts";

const TOP = { type: "workspace", workspace: true };

/** Siblings in the order of their lists, rows in the order in which they were made. */
export function inPlace(sightings: readonly Sighting[], making: Recency): Sighting[] {
  const age = ({ id, order }: Sighting): number => making.get(id) ?? making.size + order;
  const byAge = (one: Sighting, other: Sighting): number => {
    const [a, b] = [String(one.object.created_time ?? ""), String(other.object.created_time ?? "")];
    return a === b ? age(other) - age(one) : a < b ? -1 : 1;
  };
  const byList = (one: Sighting, other: Sighting): number =>
    one.listed !== undefined && other.listed !== undefined ? one.listed - other.listed : byAge(one, other);
  const all = sightings.toSorted(byAge);
  const parentOf = ({ object }: Sighting): string => parentIds(object)[0] ?? "";
  // Only siblings are in one list: each family keeps its places, and is in order within them.
  const families = new Map(
    [...Map.groupBy(all, parentOf)].map(([parent, family]) => [parent, family.toSorted(byList).values()]),
  );
  return all.map((one) => families.get(parentOf(one))?.next().value ?? one);
}

/** Something as a seed has it, so that it is shown as it was. */
export function shownObject(
  { id, object, block }: Sighting,
  { made }: Sighted,
  schemas: ReadonlyMap<string, Properties>,
  recency: { making: Recency; change: Recency },
): SeedObject {
  // A database does not say who made it; the block that stands for it does.
  const {
    properties: _,
    data_sources: __,
    created_time: ___,
    last_edited_time: ____,
    ...told
  } = {
    ...block,
    ...object,
  };
  const whole = {
    ...told,
    ...exactly("created_time", object, recency.making),
    ...exactly("last_edited_time", object, recency.change),
    parent: hasPlace(object) && !parentIds(object).some((above) => made.has(above)) ? object.parent : TOP,
  };
  if (object.object === "page") return { ...whole, properties: valuesOf(object, schemas, made) };
  return object.object === "data_source" ? { ...whole, properties: schemas.get(id) ?? {} } : whole;
}

/** Agents are nothing that a seed can hold, and only data sources are in databases there. */
export function hasPlace({ object, parent }: JsonObject): boolean {
  const { type } = Object(parent) as { type?: string };
  return type !== "agent_id" && (type !== "database_id" || object === "data_source");
}

/** A time to the millisecond: answers round it, and lists show what was later in the same minute first. */
function exactly<Key extends string>(
  key: Key,
  { id, [key]: time }: JsonObject,
  recency: Recency,
): { [Name in Key]?: string } {
  if (typeof time !== "string") return {};
  const rounded = time.endsWith(":00.000Z") ? recency.size - (recency.get(id as string) ?? recency.size) : 0;
  return { [key]: new Date(Date.parse(time) + rounded).toISOString() } as { [Name in Key]?: string };
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
  const byId = new Map(Object.entries(schema).map(([name, { id, type }]) => [id, { name, type }]));
  const kept = Object.values(values).flatMap((value) => {
    const property = byId.get(value.id);
    if (!property || property.type !== value.type) return [];
    if (!Array.isArray(value.relation)) return [[property.name, value]];
    const relation = (value.relation as { id: string }[]).filter(({ id }) => !made.has(id));
    return [[property.name, { ...value, relation }]];
  });
  return Object.fromEntries(kept) as JsonObject;
}
