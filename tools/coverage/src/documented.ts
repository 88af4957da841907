import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

/** An operation of a version with the statuses that its bundle documents. */
export interface Documented {
  version: string;
  operationId: string;
  statuses: number[];
}

interface Bundle {
  paths: Record<string, Record<string, { operationId?: string; responses?: Record<string, unknown> }>>;
}

/**
 * Lists what the bundles document.
 *
 * @param dist the folder with one folder per version, each with an `openapi.json`
 */
export function readDocumented(dist: string): Documented[] {
  return readdirSync(dist)
    .filter((name) => /^\d{4}-\d{2}-\d{2}$/.test(name))
    .sort()
    .flatMap((version) => {
      const bundle = JSON.parse(readFileSync(join(dist, version, "openapi.json"), "utf8")) as Bundle;
      return Object.values(bundle.paths)
        .flatMap((item) => Object.values(item))
        .flatMap(({ operationId, responses }) =>
          operationId ? [{ version, operationId, statuses: Object.keys(responses ?? {}).map(Number) }] : [],
        );
    });
}
