import type { Config } from "@redocly/openapi-core";
import { loadConfig } from "@redocly/openapi-core";

/** One `redocly.yaml`, as each of the two kinds of document is held to it. */
export interface Rules {
  tree: Config;
  projection: Config;
}

/** Values that differ per version: the tree's hold the fields of all of them, which no version allows. */
const ON_PROJECTIONS_ONLY = ["no-invalid-media-type-examples", "no-invalid-schema-examples", "no-required-schema-properties-undefined"];

export async function loadRules(configPath: string): Promise<Rules> {
  const [tree, projection] = await Promise.all([loadConfig({ configPath }), loadConfig({ configPath })]);
  tree.skipRules(ON_PROJECTIONS_ONLY);
  return { tree, projection };
}
