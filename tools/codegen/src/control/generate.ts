import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { parse } from "yaml";
import { type Bundle, readBundles, readControlBundle } from "../bundles.ts";
import type { Generated, GenerateOptions } from "../generate.ts";
import { generatorHash, isSame, readStamp } from "../stamp.ts";
import { removeOthers, writeAtomically, writeIfChanged } from "../write.ts";
import type { Seed } from "./sample-workspace.ts";
import { sampleWorkspaceModule } from "./sample-workspace-module.ts";
import { seedSchema } from "./seed-schema.ts";

/** What no example shows of the sample workspace. */
const SAMPLE = join(import.meta.dirname, "../../../../packages/server/src/seed/lighthouse.yaml");

const NAMES = { types: "types.ts", sample: "sample-workspace.ts", schema: "seed.schema.json" };

/**
 * Writes what `packages/server` takes from the document of the control API (its types, and the schema of seeds for
 * editors), and the sample workspace of the examples as a seed. Fresh modules are left alone. Whatever is wrong, what
 * was written before stays.
 *
 * @throws {BundleError} when a bundle is missing or broken
 */
export async function generateControl({ bundles: folder, out }: GenerateOptions): Promise<Generated> {
  const generator = await generatorHash([join(import.meta.dirname, ".."), import.meta.dirname]);
  const control = await readControlBundle(join(folder, "../control/dist"));
  const newest = (await readBundles(folder)).at(-1) as Bundle;
  const rest = await readFile(SAMPLE, "utf8");

  const sources = {
    [NAMES.types]: control.hash,
    [NAMES.sample]: createHash("sha256").update(newest.hash).update(rest).digest("hex"),
  };
  const generated: Generated = { written: [], fresh: [] };
  const texts = new Map<string, string>();
  for (const [name, source] of Object.entries(sources)) {
    const isFresh = isSame(await readStamp(join(out, name)), { source, generator });
    generated[isFresh ? "fresh" : "written"].push(name);
    if (isFresh) continue;
    const stamp = { source, generator };
    const isTypes = name === NAMES.types;
    texts.set(
      name,
      isTypes ? await typesOf(control, generator) : sampleWorkspaceModule(newest, parse(rest) as Seed, stamp),
    );
  }
  for (const [name, text] of texts) await writeAtomically(join(out, name), text);
  const schema = `${JSON.stringify(seedSchema(control.document), null, 2)}\n`;
  await writeIfChanged(join(out, NAMES.schema), schema);
  await removeOthers(out, new Set(Object.values(NAMES)));
  return generated;
}

/** openapi-typescript is loaded only when there is something to print. */
async function typesOf(control: Bundle, generator: string): Promise<string> {
  const { typesModule } = await import("../types-module.ts");
  return await typesModule(control, generator, "The types of the control API.");
}
