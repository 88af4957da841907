import { type Formula, formulaValueType, type Type } from "@notional/formula";
import type { ComputedProperty, DataSourceDocument, StoredProperty } from "../../../store/documents.ts";
import { readingOf } from "./reads.ts";
import type { Sources } from "./sources.ts";

/**
 * What follows from the schemas for each formula and rollup of a data source.
 *
 * @param before What was known of them.
 * @param isChanged Whether a property was set up otherwise since then.
 * @returns Nothing when there are none.
 */
export function describeComputed(
  id: string,
  { properties, computed: before }: DataSourceDocument,
  sources: Sources,
  isChanged: (propertyId: string) => boolean,
): Record<string, ComputedProperty> | undefined {
  const found = properties.filter(({ type }) => type === "formula" || type === "rollup");
  if (found.length === 0) return undefined;
  return Object.fromEntries(
    found.map((property) => {
      const known = isChanged(property.id) ? undefined : before?.[property.id];
      return [property.id, describe(property, id, sources, known)];
    }),
  );
}

function describe(
  property: StoredProperty,
  id: string,
  sources: Sources,
  known: ComputedProperty | undefined,
): ComputedProperty {
  const { reads, isVolatile } = readingOf(property, id, sources);
  if (property.type === "rollup") return { result: null, isKept: false, reads };
  const formula = sources.formula(id, property);
  // One that makes no sense any more may make sense again when what it read comes back.
  if (!formula) return { result: null, isKept: false, reads: known?.reads ?? reads };
  const result = resultOf(formula);
  const tooWide = known?.isTooWide ? { isTooWide: true as const } : {};
  return { result, isKept: result !== null && !isVolatile && !known?.isTooWide, ...tooWide, reads };
}

/** The one form that all values have. */
function resultOf({ type }: Formula): ComputedProperty["result"] {
  const forms = new Set(alternatives(type).map(formulaValueType));
  const [form] = forms;
  return form !== undefined && forms.size === 1 ? form : null;
}

function alternatives(type: Type): Type[] {
  if (type.kind !== "either") return [type];
  return type.types.filter(({ kind }) => kind !== "empty");
}
