import { join } from "node:path";
import type { JsonObject } from "@notional/redocly-plugin";
import { projectVersion, versionsOf } from "@notional/redocly-plugin";
import { BaseResolver, bundle, createConfig, YamlParseError } from "@redocly/openapi-core";
import { readRoot } from "./bundle.ts";

/**
 * Bundles a tree and cuts its versions, as `bundle` does, but lints nothing and writes nothing: an older tree need not
 * keep the rules of today.
 *
 * @param root the folder of `openapi.yaml`
 * @returns the document of each version by its date, the oldest first; of a tree without versions the whole, under `""`
 * @throws {Error} when a file cannot be read, or a `$ref` leads nowhere
 */
export async function cut(root: string): Promise<Map<string, JsonObject>> {
  const resolver = new BaseResolver();
  const doc = await readRoot(join(root, "openapi.yaml"), resolver);
  if (doc instanceof YamlParseError) throw doc;
  const { problems } = await bundle({ doc, config: await createConfig({}), externalRefResolver: resolver });
  if (problems.length > 0) throw new Error(`${root}: ${problems.map(({ message }) => message).join("\n")}`);
  const versions = versionsOf(doc.parsed);
  if (versions.length === 0) return new Map([["", doc.parsed]]);
  return new Map(versions.map((version) => [version, projectVersion(doc.parsed, version, versions)]));
}
