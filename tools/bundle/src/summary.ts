import type { JsonObject } from "@notional/redocly-plugin";

/** What one version holds. */
export interface Summary {
  version: string;
  paths: number;
  operations: number;
  webhooks: number;
  schemas: number;
}

const METHODS = new Set(["get", "put", "post", "delete", "options", "head", "patch", "trace"]);

export function summarize(version: string, document: JsonObject): Summary {
  const paths = Object.values(document.paths ?? {});
  const operations = paths.flatMap((path) => Object.keys(path ?? {}).filter((key) => METHODS.has(key)));
  const components = document.components as JsonObject | undefined;
  return {
    version,
    paths: paths.length,
    operations: operations.length,
    webhooks: Object.keys(document.webhooks ?? {}).length,
    schemas: Object.keys(components?.schemas ?? {}).length,
  };
}

export function formatSummary({ version, paths, operations, webhooks, schemas }: Summary): string {
  return `${version}: ${paths} paths, ${operations} operations, ${webhooks} webhooks, ${schemas} schemas`;
}
