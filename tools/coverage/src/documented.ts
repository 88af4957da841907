import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

/** An operation or webhook of a version with the statuses that its bundle documents. */
export interface Documented {
  version: string;
  operationId: string;
  statuses: number[];
}

type PathItems = Record<
  string,
  Record<string, { operationId?: string; responses?: Record<string, unknown> }>
>;

interface Bundle {
  paths: PathItems;
  webhooks?: PathItems;
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
      return Object.values({ ...bundle.paths, ...bundle.webhooks })
        .flatMap((item) => Object.values(item))
        .flatMap(({ operationId, responses }) =>
          operationId ? [{ version, operationId, statuses: Object.keys(responses ?? {}).map(toStatus) }] : [],
        );
    });
}

/** A range of statuses counts as its first: any `2XX` receives an event as 200 does. */
function toStatus(status: string): number {
  return Number(status.replaceAll("X", "0"));
}
