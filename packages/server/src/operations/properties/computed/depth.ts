import type { StoredProperty } from "../../../store/documents.ts";

/** On how many formulas and rollups something computed stands. */
export interface Depth {
  formulas: number;
  rollups: number;
}

export const SURFACE: Depth = { formulas: 0, rollups: 0 };

/** A rollup of rollups of rollups is as deep as it goes. */
export const MAX_ROLLUPS = 3;
/** Source: thomasjfrank.com/formulas/property-reference-limits. What lies deeper is empty, as it is there. */
const MAX_FORMULAS = 15;

/**
 * Where a formula or a rollup looks at its own values.
 *
 * @returns Nothing for one that lies too deep, and so for circles: it has no value.
 */
export function below({ type }: StoredProperty, { formulas, rollups }: Depth): Depth | undefined {
  if (type === "formula") return formulas < MAX_FORMULAS ? { formulas: formulas + 1, rollups } : undefined;
  return rollups < MAX_ROLLUPS ? { formulas, rollups: rollups + 1 } : undefined;
}
