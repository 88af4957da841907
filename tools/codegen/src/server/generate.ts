import { createHash } from "node:crypto";
import { join } from "node:path";
import { readBundles } from "../bundles.ts";
import type { Generated, GenerateOptions } from "../generate.ts";
import { generatorHash, isSame, readStamp } from "../stamp.ts";
import { removeOthers, writeAtomically } from "../write.ts";
import { operationsModule } from "./operations-module.ts";

/**
 * Writes what `packages/server` takes from the bundles. Fresh modules are left alone.
 *
 * @throws {BundleError} when a bundle is missing or broken
 */
export async function generateServer({ bundles: folder, out }: GenerateOptions): Promise<Generated> {
  const generator = await generatorHash([join(import.meta.dirname, ".."), import.meta.dirname], ["ajv"]);
  const bundles = await readBundles(folder);
  const source = createHash("sha256")
    .update(bundles.map(({ version, hash }) => version + hash).join())
    .digest("hex");
  const path = join(out, "operations.ts");
  const isFresh = isSame(await readStamp(path), { source, generator });
  if (!isFresh) await writeAtomically(path, operationsModule(bundles, { source, generator }));
  await removeOthers(out, new Set(["operations.ts"]));
  return isFresh ? { written: [], fresh: ["operations"] } : { written: ["operations"], fresh: [] };
}
