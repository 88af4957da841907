import { existsSync } from "node:fs";
import { join } from "node:path";
import { cut } from "@notional/bundle";
import type { JsonObject } from "@notional/redocly-plugin";

/**
 * Every document that is published from a tree.
 *
 * @param root the folder of the tree, `spec`
 * @returns by the date of the version; that of the control API under `control`
 * @throws {Error} when the tree cannot be bundled
 */
export async function documentsOf(root: string): Promise<Map<string, JsonObject>> {
  const documents = await cut(root);
  const control = join(root, "control");
  if (existsSync(join(control, "openapi.yaml"))) {
    for (const document of (await cut(control)).values()) documents.set("control", document);
  }
  return documents;
}
