import type { JsonObject } from "@notional/redocly-plugin";

/** What one version holds. */
export interface Summary {
  version: string;
  paths: number;
  operations: number;
  schemas: number;
}

const METHODS = new Set(["get", "put", "post", "delete", "options", "head", "patch", "trace"]);

export function summarize(version: string, document: JsonObject): Summary {
  const paths = Object.values(document.paths ?? {});
  const operations = paths.flatMap((path) => Object.keys(path ?? {}).filter((key) => METHODS.has(key)));
  const components = document.components as JsonObject | undefined;
  const schemas = Object.keys(components?.schemas ?? {});
  return { version, paths: paths.length, operations: operations.length, schemas: schemas.length };
}

export function formatSummary({ version, paths, operations, schemas }: Summary): string {
  return `${version}: ${paths} paths, ${operations} operations, ${schemas} schemas`;
}
