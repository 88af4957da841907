import { createHash } from "node:crypto";
import { join } from "node:path";
import { type Bundle, BundleError, readBundles } from "../bundles.ts";
import type { Generated, GenerateOptions } from "../generate.ts";
import { generatorHash, isSame, readStamp } from "../stamp.ts";
import { removeOthers, writeAtomically } from "../write.ts";
import { hashOfRequests } from "./hash-of-requests.ts";
import { loadersModule } from "./loaders-module.ts";

/** A file to write when what it is made from has changed. */
interface Module {
  name: string;
  source: string;
  print: () => Promise<string>;
}

/**
 * Writes what `packages/server` takes from the bundles: the table of operations, and per version the validators of
 * requests. Fresh modules are left alone. Whatever is wrong, what was written before stays.
 *
 * @throws {BundleError} when a bundle is missing or broken, or a schema does not compile
 */
export async function generateServer({ bundles: folder, out }: GenerateOptions): Promise<Generated> {
  const generator = await generatorHash(
    [join(import.meta.dirname, ".."), import.meta.dirname],
    ["ajv", "ajv-formats", "rolldown"],
  );
  const bundles = await readBundles(folder);
  const modules = [
    operations(bundles, generator),
    loaders(bundles, generator),
    ...bundles.map((bundle) => validators(bundle, generator)),
  ];

  const generated: Generated = { written: [], fresh: [] };
  const texts = new Map<string, string>();
  for (const { name, source, print } of modules) {
    const isFresh = isSame(await readStamp(join(out, name)), { source, generator });
    if (!isFresh) texts.set(name, await print());
    generated[isFresh ? "fresh" : "written"].push(name);
  }
  // All texts exist before the first is written.
  for (const [name, text] of texts) await writeAtomically(join(out, name), text);
  await removeOthers(out, new Set(modules.map(({ name }) => name)));
  return generated;
}

function operations(bundles: Bundle[], generator: string): Module {
  const source = createHash("sha256")
    .update(bundles.map(({ version, hash }) => version + hash).join())
    .digest("hex");
  const print = async () => {
    const { operationsModule } = await import("./operations-module.ts");
    return operationsModule(bundles, { source, generator });
  };
  return { name: "operations.ts", source, print };
}

function loaders(bundles: Bundle[], generator: string): Module {
  const versions = bundles.map(({ version }) => version);
  const source = createHash("sha256").update(versions.join()).digest("hex");
  const print = async () => loadersModule(versions, { source, generator });
  return { name: "requests.ts", source, print };
}

/** Ajv and rolldown are loaded only when there is something to compile. */
function validators(bundle: Bundle, generator: string): Module {
  const source = hashOfRequests(bundle.document);
  const print = async () => {
    const { validatorsModule } = await import("./validators-module.ts");
    try {
      return await validatorsModule(bundle, { source, generator });
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      throw new BundleError(
        `No validators for ${bundle.version}: ${reason}\nMend spec/ and run \`pnpm generate\`.`,
      );
    }
  };
  return { name: `requests-${bundle.version}.js`, source, print };
}
