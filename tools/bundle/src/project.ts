import type { JsonObject } from "@notional/redocly-plugin";
import { ProjectionError, projectVersion } from "@notional/redocly-plugin";
import type { Origins } from "./origins.ts";
import type { Problem, Reporter } from "./problem.ts";

export interface Projection {
  version: string;
  /** Missing where the version cannot be cut; then there is a problem. */
  document: JsonObject | undefined;
  problems: Problem[];
}

export async function project(
  bundled: JsonObject,
  version: string,
  versions: string[],
  origins: Origins,
  reporter: Reporter,
): Promise<Projection> {
  try {
    const document = projectVersion(bundled, version, versions, origins.copies);
    return { version, document, problems: [] };
  } catch (error) {
    if (!(error instanceof ProjectionError)) throw error;
    const place = await origins.placeOf(error.node);
    const problem = reporter.create("projection", error.message, place, [version]);
    return { version, document: undefined, problems: [problem] };
  }
}
