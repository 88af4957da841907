import { join } from "node:path";
import { type Bundle, BundleError, readBundles } from "./bundles.ts";
import { generatorHash, isSame, readStamp } from "./stamp.ts";
import { versionModules } from "./versions-module.ts";
import { removeOthers, writeAtomically, writeIfChanged } from "./write.ts";

export interface GenerateOptions {
  /** Where the bundles are: `spec/dist`. */
  bundles: string;
  /** Where the modules go. The folder holds nothing else. */
  out: string;
}

export interface Generated {
  /** The versions whose module was written. */
  written: string[];
  /** The versions whose module was fresh. */
  fresh: string[];
}

/**
 * Writes one module of types per bundle, and the list of versions. Fresh modules are left alone. Whatever is
 * wrong, what was written before stays.
 *
 * @throws {BundleError} when a bundle is missing or broken
 * @example await generate({ bundles: "spec/dist", out: "packages/openapi-types/src/__generated__" });
 */
export async function generate({ bundles: folder, out }: GenerateOptions): Promise<Generated> {
  const generator = await generatorHash();
  const bundles = await readBundles(folder);
  const stale = await findStale(bundles, out, generator);
  const texts = await printModules(stale, generator);

  for (const [version, text] of texts) await writeAtomically(join(out, `${version}.ts`), text);
  const versions = bundles.map(({ version }) => version);
  const lists = versionModules(versions, generator);
  await writeIfChanged(join(out, "versions.ts"), lists.types);
  await writeIfChanged(join(out, "values.ts"), lists.values);
  const names = ["versions.ts", "values.ts", ...versions.map((version) => `${version}.ts`)];
  await removeOthers(out, new Set(names));
  const written = [...texts.keys()];
  return { written, fresh: versions.filter((version) => !written.includes(version)) };
}

async function findStale(bundles: Bundle[], out: string, generator: string): Promise<Bundle[]> {
  const stamps = await Promise.all(bundles.map(({ version }) => readStamp(join(out, `${version}.ts`))));
  return bundles.filter(({ hash }, index) => !isSame(stamps[index], { source: hash, generator }));
}

/** All texts exist before the first is written. */
async function printModules(bundles: Bundle[], generator: string): Promise<Map<string, string>> {
  if (bundles.length === 0) return new Map();
  // Loading openapi-typescript takes a third of a second, which a run with nothing to do saves.
  const { typesModule } = await import("./types-module.ts");
  const texts = new Map<string, string>();
  for (const bundle of bundles) {
    try {
      texts.set(bundle.version, await typesModule(bundle, generator));
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      throw new BundleError(
        `No types for ${bundle.version}: ${reason}\nMend spec/ and run \`pnpm generate\`.`,
      );
    }
  }
  return texts;
}
