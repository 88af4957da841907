import type { Ids } from "../ids.ts";
import { findProperty } from "../operations/properties/find.ts";
import {
  findOption,
  newOption,
  optionsOf,
  type StoredOption,
} from "../operations/properties/schema/options.ts";
import { addStatus, defaultStatus, type StatusConfig } from "../operations/properties/schema/status.ts";
import type { StoredDate, StoredFile, StoredProperty, StoredValue } from "../store/documents.ts";
import { readText } from "./contents.ts";
import { SeedError } from "./error.ts";
import { type Names, readId } from "./names.ts";

/** What a row's properties in a seed come to. */
export interface ReadValues {
  /** By property id. */
  values: Record<string, StoredValue>;
  /** The pages that relations point at, by property id. */
  relations: Map<string, string[]>;
}

/**
 * The values of a row: as answers or requests have them, or as plain texts, numbers and lists.
 *
 * @param properties Of the data source. Options that a value names and the property lacks are added to it.
 * @throws SeedError for a property that the data source lacks, or a value of another type
 */
export function readValues(
  given: Record<string, unknown>,
  properties: readonly StoredProperty[],
  names: Names,
  ids: Ids,
  path: string,
): ReadValues {
  const read: ReadValues = { values: {}, relations: new Map() };
  const empty = new Set<string>();
  for (const [key, value] of Object.entries(given)) {
    const property = findProperty(properties, key);
    if (!property) throw new SeedError(`${path}.${key}`, "the data source has no such property.");
    const bare = bareValue(value, property.type);
    if (property.type === "relation") {
      read.relations.set(property.id, idsOf(bare, names, `${path}.${key}`));
      continue;
    }
    const stored = readValue(property, bare, names, ids, `${path}.${key}`);
    if (stored) read.values[property.id] = stored;
    else empty.add(property.id);
  }
  for (const { id, type, config } of properties) {
    if (type !== "status" || id in read.values || empty.has(id)) continue;
    read.values[id] = { type, status: defaultStatus(config as unknown as StatusConfig) };
  }
  return read;
}

/** What stands under the type, when the value has its wrapping. */
function bareValue(value: unknown, type: string): unknown {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return value;
  return type in value ? (value as Record<string, unknown>)[type] : value;
}

function idsOf(value: unknown, names: Names, path: string): string[] {
  const list = Array.isArray(value)
    ? (value as unknown[])
    : value === null || value === undefined
      ? []
      : [value];
  return list.map((item) =>
    readId(typeof item === "string" ? item : (item as { id: string }).id, names, path),
  );
}

/** Nothing for what is empty, and for what the server works out. */
function readValue(
  property: StoredProperty,
  value: unknown,
  names: Names,
  ids: Ids,
  path: string,
): StoredValue | undefined {
  const { type } = property;
  if (value === null || value === undefined) return undefined;
  switch (type) {
    case "title":
      return { type, title: readText(value) };
    case "rich_text":
      return { type, rich_text: readText(value) };
    case "number":
      if (typeof value !== "number") throw new SeedError(path, "is a number.");
      return { type, number: value };
    case "checkbox":
      return { type, checkbox: value === true };
    case "url":
      return { type, url: String(value) };
    case "email":
      return { type, email: String(value) };
    case "phone_number":
      return { type, phone_number: String(value) };
    case "select":
      return { type, select: optionId(property, value, ids) };
    case "status":
      return { type, status: optionId(property, value, ids) };
    case "multi_select":
      return { type, multi_select: (value as unknown[]).map((option) => optionId(property, option, ids)) };
    case "date":
      return { type, date: readDate(value) };
    case "people":
      return { type, people: readPeople(value, names, path) };
    case "files":
      return { type, files: (value as unknown[]).map(readFile) };
    case "unique_id":
      return { type, unique_id: typeof value === "number" ? value : (value as { number: number }).number };
    case "place":
      return { type, place: value as Record<string, unknown> };
    case "verification":
      return { type, verification: readVerification(value) };
    default:
      return undefined;
  }
}

/** The id of an option, by its id or its name; a new one when there is none. */
function optionId(property: StoredProperty, value: unknown, ids: Ids): string {
  const options = optionsOf(property.config);
  const { id, name, color } = (typeof value === "string" ? { name: value } : value) as Partial<StoredOption>;
  const known = options.find((option) => option.id === id) ?? findOption(options, name ?? "");
  if (known) return known.id;
  const wanted = { name: name ?? "", ...(color && { color }) };
  if (property.type === "status") {
    return addStatus(property.config as unknown as StatusConfig, wanted.name, ids).id;
  }
  const added = { ...newOption(wanted, ids), ...(id && { id }) };
  options.push(added);
  return added.id;
}

function readDate(value: unknown): StoredDate {
  const { start, end, time_zone } = (
    typeof value === "string" ? { start: value } : value
  ) as Partial<StoredDate> & {
    start: string;
  };
  return { start, end: end ?? null, time_zone: time_zone ?? null };
}

function readPeople(value: unknown, names: Names, path: string) {
  const list = (Array.isArray(value) ? value : [value]) as (
    | string
    | { id: string; object?: string; name?: string }
  )[];
  return list.map((person) => {
    if (typeof person === "string") return { object: "user" as const, id: readId(person, names, path) };
    const id = readId(person.id, names, path);
    return person.object === "group"
      ? { object: "group" as const, id, name: person.name ?? null }
      : { object: "user" as const, id };
  });
}

function readFile(value: unknown): StoredFile {
  if (typeof value === "string") return { type: "external", name: value, external: { url: value } };
  return value as StoredFile;
}

/** What has expired was verified until a day that has passed: its date tells. */
function readVerification(value: unknown) {
  const { state, date, verified_by } = value as {
    state: "verified" | "expired" | "unverified";
    date?: StoredDate | null;
    verified_by?: { id: string } | null;
  };
  return {
    state: state === "expired" ? ("verified" as const) : state,
    date: date ? readDate(date) : null,
    verified_by: verified_by?.id ?? null,
  };
}
