import type { Schema } from "@notional/openapi-types";
import { validationError } from "../../../errors.ts";
import type { DatabaseDocument, DataSourceDocument, StoredProperty } from "../../../store/documents.ts";
import { findNode } from "../../../store/nodes.ts";
import { dropRelationValues, mirrorRelationValues } from "../../../store/relation-properties.ts";
import { dashed } from "../../../uuid.ts";
import { plainText } from "../../titles.ts";
import { findProperty } from "../find.ts";
import { addProperty, type EditedSource, otherSource, reachSource, type SchemaEdit } from "./edit.ts";

/** What a relation is set up with. A relation that shows on both sides names the property of the other side. */
export type RelationConfig =
  | { data_source_id: string; type: "single_property" }
  | { data_source_id: string; type: "dual_property"; synced_property_id: string };

type Request = Schema<"RelationConfigRequest">;

export const relationOf = ({ config }: StoredProperty): RelationConfig => config as unknown as RelationConfig;

/**
 * Sets a relation up, and the property on the other side where it shows there too.
 *
 * @param property Its config is the one that it had as a relation before; empty when it is new.
 * @throws ApiError object_not_found for a target that the connection may not see; validation_error
 */
export async function configureRelation(
  property: StoredProperty,
  request: Request,
  source: EditedSource,
  edit: SchemaEdit,
): Promise<void> {
  const { db } = edit.context;
  const before = "data_source_id" in property.config ? relationOf(property) : undefined;
  const target = await reachSource(edit, dashed(request.data_source_id));
  const targetId = target.node.id;
  const sameTarget = before?.data_source_id === targetId;
  const dual = "dual_property" in request;
  if (before && sameTarget && (before.type === "dual_property") === dual) return;

  if (sameTarget) await partFromOtherSide(property, edit);
  else if (before) await removeOtherSide(property, edit);
  if (before && !sameTarget) await dropRelationValues(db, source.node.id, property.id);
  property.config = { data_source_id: targetId, type: "single_property" };
  if (!dual) return;
  const other = await newOtherSide(property, request.dual_property, source, target, edit);
  const both = { type: "dual_property" };
  property.config = { ...both, data_source_id: targetId, synced_property_id: other.id };
  other.config = { ...both, data_source_id: source.node.id, synced_property_id: property.id };
  // Either side may have had values before: each gets those of the other.
  await mirrorRelationValues(db, source.node.id, property.id, other.id);
  await mirrorRelationValues(db, targetId, other.id, property.id);
}

/**
 * The property of the other side: one that points here already, when its id is given, or a new one. What the former
 * has been the other side of until now shows on one side only.
 */
async function newOtherSide(
  property: StoredProperty,
  { synced_property_id, synced_property_name }: Schema<"SyncedPropertyRequest">,
  source: EditedSource,
  target: EditedSource,
  edit: SchemaEdit,
): Promise<StoredProperty> {
  if (synced_property_id !== undefined) {
    const known = findProperty(target.document.properties, synced_property_id);
    if (known?.type !== "relation" || relationOf(known).data_source_id !== source.node.id) {
      throw validationError(`${property.name} is not a valid property schema.`);
    }
    const config = relationOf(known);
    const former =
      config.type === "dual_property" &&
      source.document.properties.find(({ id }) => id === config.synced_property_id);
    if (former) former.config = { data_source_id: target.node.id, type: "single_property" };
    return known;
  }
  const { properties } = target.document;
  const wanted = synced_property_name ?? `Related to ${await nameOf(source, edit)} (${property.name})`;
  const name = freeName(wanted, properties);
  const added = { name, description: null, type: "relation" as const, config: {} };
  return addProperty(target, added, edit.context);
}

/** What the other side calls a data source: its title, or that of its database. */
async function nameOf({ node, document }: EditedSource, { context }: SchemaEdit): Promise<string> {
  const own = plainText(document.title);
  if (own !== "") return own;
  const database = await findNode(context.db, node.workspace_id, node.parent_id ?? "");
  return database ? plainText((JSON.parse(database.document) as DatabaseDocument).title) : "";
}

function freeName(wanted: string, properties: DataSourceDocument["properties"]): string {
  const taken = new Set(properties.map(({ name }) => name));
  let name = wanted;
  for (let count = 1; taken.has(name); count += 1) name = `${wanted} ${count}`;
  return name;
}

/** Forgets what a relation has led to, and its other side. Called when it is removed or becomes something else. */
export async function dissolveRelation(
  property: StoredProperty,
  source: EditedSource,
  edit: SchemaEdit,
): Promise<void> {
  await dropRelationValues(edit.context.db, source.node.id, property.id);
  if (relationOf(property).type === "dual_property") await removeOtherSide(property, edit);
}

async function removeOtherSide(property: StoredProperty, edit: SchemaEdit): Promise<void> {
  const { target, other } = (await otherSide(property, edit)) ?? {};
  if (!target || !other) return;
  target.document.properties.splice(target.document.properties.indexOf(other), 1);
  target.reindex = true;
  await dropRelationValues(edit.context.db, target.node.id, other.id);
}

/**
 * Leaves the other side as a relation of its own, with what it leads to. Source: ultimate-notion removes it itself
 * after it has made a relation show on one side, because the service does not.
 */
async function partFromOtherSide(property: StoredProperty, edit: SchemaEdit): Promise<void> {
  const { other } = (await otherSide(property, edit)) ?? {};
  if (!other) return;
  const { data_source_id } = relationOf(other);
  other.config = { data_source_id, type: "single_property" };
}

/** The property of the other side, and where it is. */
async function otherSide(
  property: StoredProperty,
  edit: SchemaEdit,
): Promise<{ target: EditedSource; other: StoredProperty } | undefined> {
  const config = relationOf(property);
  if (config.type !== "dual_property") return undefined;
  const target = await otherSource(edit, config.data_source_id);
  const other = target?.document.properties.find(({ id }) => id === config.synced_property_id);
  return target && other ? { target, other } : undefined;
}
