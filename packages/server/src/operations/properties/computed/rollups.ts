import type { Schema } from "@notional/openapi-types";
import { reachAll } from "../../../auth/access.ts";
import type { Context } from "../../../context.ts";
import type { DataSourceDocument, StoredProperty } from "../../../store/documents.ts";
import { findNodes } from "../../../store/nodes.ts";
import { relatedPages } from "../../../store/relations.ts";
import type { Node } from "../../../store/tables.ts";
import { loadPages } from "../../pages/load.ts";
import { relationOf } from "../schema/relations.ts";
import { MAX_REFERENCES, renderValue } from "../values/render.ts";
import { rollUp } from "./functions.ts";
import type { ComputedByPage } from "./index.ts";

/** A rollup of rollups of rollups is as deep as it goes; what lies deeper is `unsupported`, and so are circles. */
export const MAX_ROLLUPS = 3;

/** A rollup with the data source that it looks into. */
interface Rollup {
  property: StoredProperty;
  relationId: string;
  target: { id: string; document: DataSourceDocument } | undefined;
  /** What is summed up; nothing when it is gone. */
  rolledUp: StoredProperty | undefined;
}

/**
 * The values of the rollups of rows of one data source. They see nothing of a data source that the connection may
 * not see or that is in the trash.
 *
 * @param only The ids of the rollups; all when left out.
 * @param limit How many pages of a relation they see.
 */
export async function computeRollups(
  pageIds: readonly string[],
  dataSource: DataSourceDocument,
  context: Context,
  only?: readonly string[],
  depth = 1,
  limit = MAX_REFERENCES,
): Promise<ComputedByPage> {
  const rollups = await readRollups(dataSource, context, only);
  const relationIds = [...new Set(rollups.map(({ relationId }) => relationId))];
  const related = await relatedPages(context.db, pageIds, {
    propertyIds: relationIds,
    limit,
  });
  const values = await targetValues(rollups, [...related.values()], context, depth);
  const computed: ComputedByPage = new Map();
  for (const pageId of pageIds) {
    const ofPage = new Map();
    for (const rollup of rollups) {
      const targets = related.get(pageId)?.get(rollup.relationId) ?? [];
      ofPage.set(rollup.property.id, rollupValue(rollup, targets, values));
    }
    computed.set(pageId, ofPage);
  }
  return computed;
}

async function readRollups(
  { properties }: DataSourceDocument,
  context: Context,
  only: readonly string[] | undefined,
): Promise<Rollup[]> {
  const wanted = properties.filter(
    ({ id, type }) => type === "rollup" && (only === undefined || only.includes(id)),
  );
  const relations = wanted.map(({ config }) =>
    properties.find(({ id, type }) => type === "relation" && id === config.relation_property_id),
  );
  const targetIds = relations.flatMap((relation) => (relation ? [relationOf(relation).data_source_id] : []));
  const reached = await reachAll(context, targetIds);
  const documents = new Map(
    [...reached.values()]
      .filter(({ inTrash }) => !inTrash)
      .map(({ node }) => [node.id, JSON.parse(node.document) as DataSourceDocument]),
  );
  return wanted.map((property, index) => {
    const relation = relations[index];
    const id = relation ? relationOf(relation).data_source_id : "";
    const document = documents.get(id);
    return {
      property,
      relationId: relation?.id ?? "",
      target: document && { id, document },
      rolledUp: document?.properties.find(({ id: each }) => each === property.config.rollup_property_id),
    };
  });
}

/** The values that are summed up, by page, then by property. */
type TargetValues = Map<string, Map<string, Schema<"PropertyValue">>>;

/** Loads what all rollups need: once for each data source, and once more for each depth. */
async function targetValues(
  rollups: readonly Rollup[],
  related: readonly ReadonlyMap<string, readonly string[]>[],
  context: Context,
  depth: number,
): Promise<TargetValues> {
  const values: TargetValues = new Map();
  for (const [id, ofTarget] of Map.groupBy(rollups, ({ target }) => target?.id)) {
    const [first] = ofTarget;
    if (id === undefined || !first?.target) continue;
    const ids = ofTarget.flatMap(({ relationId }) =>
      related.flatMap((ofPage) => ofPage.get(relationId) ?? []),
    );
    const nodes = [...(await findNodes(context.db, context.connection.workspaceId, ids)).values()];
    const wanted = ofTarget.flatMap(({ rolledUp }) => rolledUp ?? []);
    await addStored(values, nodes, wanted, context);
    await addRollups(values, nodes, wanted, first.target.document, context, depth);
  }
  return values;
}

async function addStored(
  values: TargetValues,
  nodes: readonly Node[],
  wanted: readonly StoredProperty[],
  context: Context,
): Promise<void> {
  const stored = wanted.filter(({ type }) => type !== "rollup").map(({ id }) => id);
  if (stored.length === 0) return;
  for (const page of await loadPages(nodes, context, { only: stored, limit: MAX_REFERENCES + 1 })) {
    for (const property of page.properties) {
      const value = renderValue(property, page, MAX_REFERENCES);
      if (value) put(values, page.node.id, property.id, value);
    }
  }
}

async function addRollups(
  values: TargetValues,
  nodes: readonly Node[],
  wanted: readonly StoredProperty[],
  target: DataSourceDocument,
  context: Context,
  depth: number,
): Promise<void> {
  const nested = wanted.filter(({ type }) => type === "rollup").map(({ id }) => id);
  if (nested.length === 0 || depth >= MAX_ROLLUPS) return;
  const pageIds = nodes.map(({ id }) => id);
  for (const [pageId, ofPage] of await computeRollups(pageIds, target, context, nested, depth + 1)) {
    for (const [propertyId, value] of ofPage) put(values, pageId, propertyId, value);
  }
}

function put(values: TargetValues, pageId: string, propertyId: string, value: Schema<"PropertyValue">): void {
  const ofPage = values.get(pageId) ?? new Map<string, Schema<"PropertyValue">>();
  values.set(pageId, ofPage.set(propertyId, value));
}

function rollupValue(
  { property, rolledUp }: Rollup,
  targets: readonly string[],
  values: TargetValues,
): Schema<"RollupPropertyValue"> {
  const name = property.config.function as Schema<"RollupFunction">;
  const found = targets.map((id) => values.get(id)?.get(rolledUp?.id ?? ""));
  const known = found.filter((value) => value !== undefined);
  return {
    id: encodeURIComponent(property.id),
    type: "rollup",
    rollup:
      known.length < found.length
        ? { type: "unsupported", unsupported: {}, function: name }
        : rollUp(name, known),
  };
}
