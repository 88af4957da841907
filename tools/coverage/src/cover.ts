import type { Documented } from "./documented.ts";
import type { Exercised } from "./exercised.ts";

/** How much of one operation in one version was exercised. */
export interface Cell {
  version: string;
  operationId: string;
  documented: number[];
  exercised: number[];
  missing: number[];
}

/** Sets what was exercised against what is documented. */
export function cover(
  documented: Documented[],
  exercised: Pick<Exercised, "version" | "operationId" | "status">[],
): Cell[] {
  return documented.map(({ version, operationId, statuses }) => {
    const seen = new Set(
      exercised
        .filter((exchange) => exchange.version === version && exchange.operationId === operationId)
        .map((exchange) => exchange.status),
    );
    return {
      version,
      operationId,
      documented: statuses,
      exercised: statuses.filter((status) => seen.has(status)),
      missing: statuses.filter((status) => !seen.has(status)),
    };
  });
}
