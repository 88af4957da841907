import type { Ids } from "../ids.ts";
import type { StoredProperty, StoredPropertyType } from "../store/documents.ts";
import { SeedError } from "./error.ts";
import { type Names, readId } from "./names.ts";

/** A property in a seed: as answers have it, as requests do, or its type alone. */
type SeedProperty = string | { [key: string]: unknown };

/**
 * The properties of a data source.
 *
 * @param properties By name; `Name: title` alone when there are none.
 * @throws SeedError for what says no type, or for other than one title
 */
export function readProperties(properties: unknown, names: Names, ids: Ids, path: string): StoredProperty[] {
  const given = (properties ?? { Name: "title" }) as Record<string, SeedProperty>;
  const read = Object.entries(given).map(([key, value]) =>
    readProperty(key, value, names, ids, `${path}.${key}`),
  );
  const titles = read.filter(({ type }) => type === "title");
  if (titles.length !== 1) throw new SeedError(path, `a data source has one title, not ${titles.length}.`);
  return read;
}

function readProperty(
  key: string,
  value: SeedProperty,
  names: Names,
  ids: Ids,
  path: string,
): StoredProperty {
  const property = typeof value === "string" ? { type: value } : value;
  const type = (property.type ?? Object.keys(property).find((word) => !COMMON.has(word))) as
    | StoredPropertyType
    | undefined;
  if (type === undefined) throw new SeedError(path, "a property names its type, as in `Price: number`.");
  const id =
    typeof property.id === "string"
      ? decodeURIComponent(property.id)
      : type === "title"
        ? "title"
        : ids.short();
  const name = typeof property.name === "string" ? property.name : key;
  const description = typeof property.description === "string" ? property.description : null;
  return { id, name, description, type, config: readConfig(type, property[type], names, ids, path) };
}

const COMMON = new Set(["id", "name", "type", "description"]);

/** How a property is set up, without names of what can be renamed. */
function readConfig(
  type: StoredPropertyType,
  value: unknown,
  names: Names,
  ids: Ids,
  path: string,
): Record<string, unknown> {
  if (type === "select" || type === "multi_select") return { options: readOptions(value, ids) };
  if (type === "status") return readStatus(value, ids);
  if (type === "relation") return readRelation(value, names, path);
  if (type === "number")
    return {
      format: typeof value === "string" ? value : ((value as { format?: string })?.format ?? "number"),
    };
  if (type === "formula" && typeof value === "string") return { expression: value };
  if (type === "unique_id")
    return { prefix: typeof value === "string" ? value : ((value as { prefix?: string })?.prefix ?? null) };
  const {
    relation_property_name: _,
    rollup_property_name: __,
    ...config
  } = (value ?? {}) as Record<string, unknown>;
  return config;
}

interface Option {
  id: string;
  name: string;
  color: string;
  description: string | null;
}

/** Options as answers have them, or their names. */
function readOptions(value: unknown, ids: Ids): Option[] {
  const given = Array.isArray(value) ? value : (((value ?? {}) as { options?: unknown[] }).options ?? []);
  return given.map((option) => {
    const { id, name, color, description } = (
      typeof option === "string" ? { name: option } : option
    ) as Partial<Option> & {
      name: string;
    };
    return { id: id ?? ids.uuid(), name, color: color ?? "default", description: description ?? null };
  });
}

interface Group {
  id: string;
  name: string;
  color: string;
  option_ids: string[];
}

/** The groups that Notion gives a new status, with the options that it starts with. */
const STATUS: { name: string; color: string; option: string }[] = [
  { name: "To-do", color: "gray", option: "Not started" },
  { name: "In progress", color: "blue", option: "In progress" },
  { name: "Complete", color: "green", option: "Done" },
];

function readStatus(value: unknown, ids: Ids): { options: Option[]; groups: Group[] } {
  const options = readOptions(value, ids);
  const { groups } = (value ?? {}) as { groups?: Group[] };
  if (groups) return { options, groups };
  const all =
    options.length > 0
      ? options
      : STATUS.map(({ option, color }) => ({ id: ids.uuid(), name: option, color, description: null }));
  return {
    options: all,
    groups: STATUS.map(({ name, color }, index) => ({
      id: ids.uuid(),
      name,
      color,
      // Given without groups, all options are of the first one but the last, which is done.
      option_ids: all
        .filter((_, place) =>
          options.length === 0 ? place === index : index === (place === all.length - 1 && place > 0 ? 2 : 0),
        )
        .map(({ id }) => id),
    })),
  };
}

function readRelation(value: unknown, names: Names, path: string): Record<string, unknown> {
  const relation = (typeof value === "string" ? { data_source_id: value } : value) as {
    data_source_id?: string;
    type?: string;
    dual_property?: { synced_property_id?: string };
  } | null;
  if (!relation?.data_source_id) throw new SeedError(path, "a relation names a data source.");
  const data_source_id = readId(relation.data_source_id, names, path);
  if (relation.type !== "dual_property" && !relation.dual_property) {
    return { data_source_id, type: "single_property", single_property: {} };
  }
  const synced = relation.dual_property?.synced_property_id;
  return {
    data_source_id,
    type: "dual_property",
    dual_property: synced === undefined ? {} : { synced_property_id: decodeURIComponent(synced) },
  };
}
