import type { Config } from "@redocly/openapi-core";
import { loadConfig } from "@redocly/openapi-core";

/** One `redocly.yaml`, as each of the two kinds of document is held to it. */
export interface Rules {
  /** What the `apis` entries say: their root is the tree. */
  tree: Config;
  /** What holds for any document: the complete list. */
  projection: Config;
}

export async function loadRules(configPath: string): Promise<Rules> {
  const projection = await loadConfig({ configPath });
  const [api] = Object.keys(projection.resolvedConfig.apis ?? {});
  const tree = projection.forAlias(api);
  // Projecting is the bundler's own work: it needs the tree of all versions in between.
  tree.skipDecorators(["notional/project-version"]);
  return { tree, projection };
}
