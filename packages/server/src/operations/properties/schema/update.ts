import type { Schema } from "@notional/openapi-types";
import { validationError } from "../../../errors.ts";
import type { StoredProperty } from "../../../store/documents.ts";
import { assignNumbers } from "../convert/numbers.ts";
import { convertValues, dropOptions, startStatus } from "../convert/rows.ts";
import { findProperty } from "../find.ts";
import { configureAll } from "./configure.ts";
import { addProperty, type EditedSource, type SchemaEdit } from "./edit.ts";
import { optionsOf } from "./options.ts";
import { dissolveRelation } from "./relations.ts";
import { statusOf } from "./status.ts";
import { configOf, typeOf } from "./type.ts";

type Change = Schema<"PropertyConfigUpdateRequest">;

/** What a request means: a property that exists, or a new one under its name. */
interface Meant {
  property: StoredProperty | undefined;
  key: string;
  change: Change;
}

/**
 * Changes the properties of a data source: adds, renames, converts, sets up otherwise and removes.
 *
 * @param requests By name or id.
 * @throws ApiError validation_error, object_not_found; what a type refuses
 */
export async function updateProperties(
  requests: Schema<"PropertyConfigUpdateRequests">,
  edit: SchemaEdit,
): Promise<void> {
  const { source } = edit;
  // All keys are looked up before anything changes, so that two properties can swap their names.
  const meant = Object.entries(requests).map(([key, change]) => ({
    key,
    change,
    property: findProperty(source.document.properties, key),
  }));
  for (const { key, change, property } of meant) {
    if (change === null) await removeProperty(property, key, edit);
  }
  const changes = meant.filter((one): one is Meant => one.change !== null);
  for (const { property, key } of changes) {
    const gone = property && !source.document.properties.includes(property);
    if (gone) throw validationError(`${key} is not a property that exists.`);
  }
  for (const { property, key, change } of changes) rename(property, key, change);
  const befores = source.document.properties.map((property) => ({ ...property }));

  const set = [];
  for (const one of changes) {
    const type = typeOf(one.change);
    if (type === undefined) continue;
    const property = one.property ? await retype(one.property, type, edit) : add(one, edit);
    if (property) set.push({ property, request: configOf(one.change) });
  }
  mustHaveNamesOfTheirOwn(source);
  await configureAll(set, source, edit);
  for (const { property } of set) {
    const before = befores.find(({ id }) => id === property.id);
    await followInRows(before, property, edit);
  }
}

async function removeProperty(
  property: StoredProperty | undefined,
  key: string,
  edit: SchemaEdit,
): Promise<void> {
  if (!property) throw validationError(`${key} is not a property that exists.`);
  if (property.type === "title") throw validationError("Cannot delete title property.");
  const { source } = edit;
  // The other side of a relation to the same data source may have gone with it.
  if (!source.document.properties.includes(property)) return;
  source.document.properties.splice(source.document.properties.indexOf(property), 1);
  source.reindex = true;
  if (property.type === "relation") await dissolveRelation(property, source, edit);
}

function rename(property: StoredProperty | undefined, key: string, change: Change): void {
  if (property) {
    const { name, description } = change as { name?: string; description?: string | null };
    if (name !== undefined) property.name = name;
    if (description !== undefined) property.description = description;
  } else if (typeOf(change) === undefined) {
    throw validationError(`${key} is not a property that exists.`);
  }
}

function add({ key, change }: Meant, { source, context }: SchemaEdit): StoredProperty | undefined {
  const type = typeOf(change);
  if (type === "title") throw validationError("Cannot create new title property.");
  const { name = key, description = null } = change as { name?: string; description?: string | null };
  return addProperty(source, { name, description, type, config: {} }, context);
}

/** Gives a property another type, with what it can keep of how it was set up. */
async function retype(
  property: StoredProperty,
  type: StoredProperty["type"],
  edit: SchemaEdit,
): Promise<StoredProperty> {
  if (property.type === type) return property;
  if (type === "title") throw validationError("Cannot create new title property.");
  if (property.type === "title") throw validationError(`${property.name} is not a valid property schema.`);
  if (property.type === "relation") await dissolveRelation(property, edit.source, edit);
  const options = optionsOf(property.config);
  property.type = type;
  property.config = {};
  if (type === "select" || type === "multi_select") property.config = { options };
  if (type === "status" && options.length > 0) property.config = { ...statusOf(options, edit.context.ids) };
  return property;
}

/** Lets the rows follow: values under a new type, no options that are gone, numbers and a status for all. */
async function followInRows(
  before: StoredProperty | undefined,
  property: StoredProperty,
  { source, context }: SchemaEdit,
): Promise<void> {
  const { rowChanges, node } = source;
  if (before?.type === property.type) {
    const kept = new Set(optionsOf(property.config).map(({ id }) => id));
    const removed = optionsOf(before.config).filter(({ id }) => !kept.has(id));
    if (removed.length > 0) rowChanges.push(dropOptions(property, removed));
    return;
  }
  if (property.type === "unique_id") rowChanges.push(await assignNumbers(property, node.id, context));
  else if (before) rowChanges.push(convertValues(before, property, context.ids));
  if (property.type === "status") rowChanges.push(startStatus(property));
}

function mustHaveNamesOfTheirOwn({ document }: EditedSource): void {
  const names = new Set<string>();
  for (const { name } of document.properties) {
    if (names.has(name)) throw validationError(`A property named ${name} already exists.`);
    names.add(name);
  }
}
