import type { Schema } from "@notional/openapi-types";
import type { StoredProperty, StoredPropertyType } from "../../../store/documents.ts";
import type { EditedSource, SchemaEdit } from "./edit.ts";
import { readFormula } from "./formulas.ts";
import { listedOptions, optionsOf } from "./options.ts";
import { configureRelation } from "./relations.ts";
import { readRollup } from "./rollups.ts";
import { listedStatus, newStatus, type StatusConfig } from "./status.ts";
import { mustBeFreePrefix } from "./unique-ids.ts";

/** Where a property is set up: its data source, and the change of schemas that it is part of. */
interface Place {
  source: EditedSource;
  edit: SchemaEdit;
}

/**
 * Sets a property up as a request says. `property.config` is what it has been set up with so far, empty when its
 * type is new to it; what the request leaves out stays.
 */
type Configure<Request> = (property: StoredProperty, request: Request, place: Place) => unknown;

const configureOptions: Configure<Schema<"SelectConfigUpdateRequest">> = (
  property,
  { options },
  { edit },
) => {
  const before = optionsOf(property.config);
  property.config = {
    options: options === undefined ? before : listedOptions(options, before, edit.context.ids),
  };
};

const configureStatus: Configure<Schema<"StatusConfigUpdateRequest">> = (property, { options }, { edit }) => {
  const { ids } = edit.context;
  const before = "groups" in property.config ? (property.config as unknown as StatusConfig) : undefined;
  if (!before) property.config = { ...newStatus(options, ids) };
  else if (options !== undefined) property.config = { ...listedStatus(options, before, ids) };
};

const configureNumber: Configure<Schema<"NumberConfigRequest">> = (property, { format }) => {
  property.config = { format: format ?? property.config.format ?? "number" };
};

const configureUniqueId: Configure<Schema<"UniqueIdConfigRequest">> = async (
  property,
  { prefix },
  { source, edit },
) => {
  if (typeof prefix === "string") await mustBeFreePrefix(prefix, source, edit);
  property.config = { prefix: prefix === undefined ? (property.config.prefix ?? null) : prefix };
};

const configureFormula: Configure<Schema<"FormulaConfigRequest">> = async (
  property,
  { expression },
  { source, edit },
) => {
  if (expression === undefined) return;
  property.config = { expression: await readFormula(expression, source, edit) };
};

const configureRollup: Configure<Schema<"RollupConfigRequest">> = async (
  property,
  request,
  { source, edit },
) => {
  property.config = { ...(await readRollup(request, property, source, edit)) };
};

/** Types that have more to say than that they are there. */
const configures: Partial<Record<StoredPropertyType, Configure<never>>> = {
  number: configureNumber,
  select: configureOptions,
  multi_select: configureOptions,
  status: configureStatus,
  unique_id: configureUniqueId,
  formula: configureFormula,
  relation: (property, request: Schema<"RelationConfigRequest">, { source, edit }) =>
    configureRelation(property, request, source, edit),
  rollup: configureRollup,
};

/** Rollups follow relations, and formulas may use both: these come after what they refer to. */
const LATE: readonly StoredPropertyType[] = ["relation", "rollup", "formula"];

/**
 * Sets properties up, each after those that it may refer to.
 *
 * @param requests The properties with what stands under the key of their type.
 * @throws ApiError validation_error, object_not_found
 */
export async function configureAll(
  requests: readonly { property: StoredProperty; request: object }[],
  source: EditedSource,
  edit: SchemaEdit,
): Promise<void> {
  for (const { property, request } of requests) {
    if (property.type === "formula") property.config = draft(property, request);
  }
  const rank = ({ type }: StoredProperty): number => LATE.indexOf(type);
  for (const { property, request } of requests.toSorted(
    (one, other) => rank(one.property) - rank(other.property),
  )) {
    const configure = configures[property.type];
    await configure?.(property, request as never, { source, edit });
  }
}

/** A formula before it is checked. Others of the same request may refer to it, whichever comes first. */
const draft = ({ config }: StoredProperty, request: object): StoredProperty["config"] => {
  const { expression } = request as Schema<"FormulaConfigRequest">;
  return { expression: expression ?? config.expression ?? "" };
};
