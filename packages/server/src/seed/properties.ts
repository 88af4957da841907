import type { Ids } from "../ids.ts";
import { findProperty } from "../operations/properties/find.ts";
import { newOption, type StoredOption } from "../operations/properties/schema/options.ts";
import type { RelationConfig } from "../operations/properties/schema/relations.ts";
import type { RollupConfig } from "../operations/properties/schema/rollups.ts";
import { newStatus } from "../operations/properties/schema/status.ts";
import type { StoredProperty, StoredPropertyType } from "../store/documents.ts";
import { SeedError } from "./error.ts";
import { type Names, readId } from "./names.ts";

/** A property whose set-up is read when all data sources have theirs: it may refer to any of them. */
export interface ReadProperty {
  property: StoredProperty;
  /** What the seed has under the type. */
  given: unknown;
  path: string;
}

/** What a property in a seed has besides the key that is named after its type. */
const COMMON = new Set(["id", "name", "type", "description"]);

/**
 * The properties of a data source: as answers and requests have them, or their type alone.
 *
 * @param properties By name; `Name: title` alone when there are none.
 * @throws SeedError for what says no type, or for other than one title
 */
export function readProperties(properties: unknown, ids: Ids, path: string): ReadProperty[] {
  const entries = Object.entries((properties ?? { Name: "title" }) as Record<string, unknown>);
  const read = entries.map(([key, value]) => readProperty(key, value, ids, `${path}.${key}`));
  const titles = read.filter(({ property }) => property.type === "title").length;
  if (titles !== 1) throw new SeedError(path, `a data source has one title, not ${titles}.`);
  return read;
}

function readProperty(key: string, value: unknown, ids: Ids, path: string): ReadProperty {
  const given = (typeof value === "string" ? { type: value } : (value ?? {})) as Record<string, unknown>;
  const type = (given.type ?? Object.keys(given).find((word) => !COMMON.has(word))) as StoredPropertyType;
  if (type === undefined) throw new SeedError(path, "a property names its type, as in `Price: number`.");
  const property: StoredProperty = {
    id:
      typeof given.id === "string" ? decodeURIComponent(given.id) : type === "title" ? "title" : ids.short(),
    name: typeof given.name === "string" ? given.name : key,
    description: typeof given.description === "string" ? given.description : null,
    type,
    config: {},
  };
  return { property, given: given[type], path };
}

/** What setting properties up needs to know. */
export interface Configuring {
  /** The properties of every data source of the seed, by its id. */
  sources: ReadonlyMap<string, ReadProperty[]>;
  names: Names;
  ids: Ids;
}

/** Those that refer to others come after them. */
const LATE: readonly StoredPropertyType[] = ["relation", "rollup", "formula"];

/** Sets all properties of all data sources up. */
export function configureProperties(configuring: Configuring): void {
  const all = [...configuring.sources].flatMap(([source, read]) => read.map((one) => ({ source, ...one })));
  const rank = ({ property }: ReadProperty): number => LATE.indexOf(property.type);
  for (const { source, ...read } of all.toSorted((one, other) => rank(one) - rank(other))) {
    read.property.config = configOf(read, source, configuring);
  }
}

function configOf(read: ReadProperty, source: string, configuring: Configuring): Record<string, unknown> {
  const { property, given } = read;
  const { ids } = configuring;
  switch (property.type) {
    case "select":
    case "multi_select":
      return { options: optionsIn(given, ids) };
    case "status": {
      const options = optionsIn(given, ids);
      const { groups } = (given ?? {}) as { groups?: unknown };
      return groups ? { options, groups } : { ...newStatus(options.length > 0 ? options : undefined, ids) };
    }
    case "number":
      return { format: wordIn(given, "format") ?? "number" };
    case "unique_id":
      return { prefix: wordIn(given, "prefix") ?? null };
    // As it was written. What it becomes follows from all schemas.
    case "formula":
      return { expression: wordIn(given, "expression") ?? "" };
    case "relation":
      return { ...relationOf(read, source, configuring) };
    case "rollup":
      return { ...rollupOf(read, source, configuring) };
    default:
      return (given ?? {}) as Record<string, unknown>;
  }
}

/** The one thing that a set-up says, alone or under its key. */
function wordIn(given: unknown, key: string): string | undefined {
  const word =
    typeof given === "string" ? given : (given as Record<string, unknown> | undefined | null)?.[key];
  return typeof word === "string" ? word : undefined;
}

/** Options as answers and requests have them, or their names. */
function optionsIn(given: unknown, ids: Ids): StoredOption[] {
  const list = Array.isArray(given) ? given : (((given ?? {}) as { options?: unknown[] }).options ?? []);
  return list.map((option) => {
    const wanted = (typeof option === "string" ? { name: option } : option) as StoredOption;
    return { ...newOption(wanted, ids), ...(wanted.id && { id: wanted.id }) };
  });
}

function relationOf(
  { property, given, path }: ReadProperty,
  source: string,
  configuring: Configuring,
): RelationConfig {
  const { names, sources, ids } = configuring;
  const relation = (typeof given === "string" ? { data_source_id: given } : (given ?? {})) as {
    data_source_id?: string;
    type?: string;
    dual_property?: { synced_property_id?: string; synced_property_name?: string };
  };
  if (!relation.data_source_id) throw new SeedError(path, "a relation names a data source.");
  const data_source_id = readId(relation.data_source_id, names, path);
  const target = sources.get(data_source_id);
  if (relation.type !== "dual_property" && !relation.dual_property) {
    return { data_source_id, type: "single_property" };
  }
  const { synced_property_id: id, synced_property_name: name } = relation.dual_property ?? {};
  if (id !== undefined)
    return { data_source_id, type: "dual_property", synced_property_id: decodeURIComponent(id) };
  if (!target)
    throw new SeedError(
      path,
      `nothing in this seed has the id ${data_source_id}, so there is no other side.`,
    );
  const known = target.find(({ property: other }) => other.type === "relation" && other.name === name);
  const other = known ?? otherSide(property, name, source, ids, path);
  if (!known) {
    target.push(other);
    other.property.config = {
      data_source_id: source,
      type: "dual_property",
      synced_property_id: property.id,
    };
  }
  return { data_source_id, type: "dual_property", synced_property_id: other.property.id };
}

/** The property that shows a relation in the data source that it leads to. */
function otherSide(
  property: StoredProperty,
  name: string | undefined,
  source: string,
  ids: Ids,
  path: string,
): ReadProperty {
  const synced_property_id = property.id;
  const given = { data_source_id: source, dual_property: { synced_property_id } };
  const added: StoredProperty = {
    id: ids.short(),
    name: name ?? `Related to ${property.name}`,
    description: null,
    type: "relation",
    config: {},
  };
  return { property: added, given, path };
}

function rollupOf({ given, path }: ReadProperty, source: string, { sources }: Configuring): RollupConfig {
  const rollup = (given ?? {}) as Partial<RollupConfig> & {
    relation_property_name?: string;
    rollup_property_name?: string;
  };
  const find = (dataSource: string, key: string | undefined): StoredProperty | undefined =>
    findProperty(
      (sources.get(dataSource) ?? []).map(({ property }) => property),
      key ?? "",
    );
  const relation = find(source, rollup.relation_property_id ?? rollup.relation_property_name);
  if (relation?.type !== "relation")
    throw new SeedError(path, "a rollup names a relation of its data source.");
  const { data_source_id } = relation.config as unknown as RelationConfig;
  const target = find(data_source_id, rollup.rollup_property_id ?? rollup.rollup_property_name);
  // A rollup may go on referring to what was removed; then its id is all there is.
  const targetId = target?.id ?? rollup.rollup_property_id;
  if (targetId === undefined)
    throw new SeedError(path, "a rollup names a property of the related data source.");
  return {
    function: rollup.function ?? "show_original",
    relation_property_id: relation.id,
    rollup_property_id: targetId,
  };
}
