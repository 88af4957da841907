import type { ComputedProperty, DataSourceDocument, StoredProperty } from "../../../store/documents.ts";
import { comparisonOf, rolledUpBy } from "./comparison.ts";
import { readingOf } from "./reads.ts";
import { resultOf } from "./result.ts";
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
  if (property.type === "rollup") {
    const rollup = comparisonOf(property, id, sources);
    const isTooWide = known?.isTooWide ?? isOverTooWide(property, id, sources);
    return { result: null, ...(rollup && { rollup }), ...keeping(rollup && !isVolatile, isTooWide), reads };
  }
  const formula = sources.formula(id, property);
  // One that makes no sense any more may make sense again when what it read comes back.
  if (!formula) return { result: null, isKept: false, reads: known?.reads ?? reads };
  const result = resultOf(formula);
  return { result, ...keeping(result !== null && !isVolatile, known?.isTooWide), reads };
}

const keeping = (
  couldBe: boolean | undefined,
  isTooWide: boolean | undefined,
): Pick<ComputedProperty, "isKept" | "isTooWide"> =>
  isTooWide ? { isKept: false, isTooWide } : { isKept: couldBe ?? false };

/** Columns of rollups are made of the columns of what they sum up. */
function isOverTooWide(rollup: StoredProperty, id: string, sources: Sources): boolean {
  const found = rolledUpBy(rollup, id, sources);
  return (found && sources.computed(found.source, found.property.id)?.isTooWide) ?? false;
}
