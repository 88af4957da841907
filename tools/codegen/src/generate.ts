import { join } from "node:path";
import { readBundles } from "./bundles.ts";
import { generatorHash, isSame, readStamp, sourceOf } from "./stamp.ts";
import { versionModules } from "./versions-module.ts";
import { removeOthers, writeIfChanged } from "./write.ts";

export interface GenerateOptions {
  /** Where the bundles are: `spec/dist`. */
  bundles: string;
  /** Where the modules go. The folder holds nothing else. */
  out: string;
}

export interface Generated {
  /** The modules that were written. */
  written: string[];
  /** The modules that were fresh. */
  fresh: string[];
}

/**
 * Writes one module of types per bundle, those that they share, and the list of versions. They are made together, and
 * only when something has changed. Whatever is wrong, what was written before stays.
 *
 * @throws {BundleError} when a bundle is missing or broken, or cannot be printed
 * @example await generate({ bundles: "spec/dist", out: "packages/openapi-types/src/__generated__" });
 */
export async function generate({ bundles: folder, out }: GenerateOptions): Promise<Generated> {
  const generator = await generatorHash();
  const bundles = await readBundles(folder);
  const versions = bundles.map(({ version }) => version);
  const modules = versions.map((version) => `${version}.ts`);
  const stamps = await Promise.all(modules.map((name) => readStamp(join(out, name))));
  const source = sourceOf(bundles);
  if (stamps.every((stamp) => isSame(stamp, { source, generator }))) return { written: [], fresh: modules };

  // Loading openapi-typescript takes a third of a second, which a run with nothing to do saves.
  const { versionTypesModules } = await import("./types-module.ts");
  const lists = versionModules(versions, generator);
  const texts = await versionTypesModules(bundles, generator);
  // The modules of versions come last: where they are fresh, all is.
  const all = new Map([["versions.ts", lists.types], ["values.ts", lists.values], ...texts]);
  for (const [name, text] of all) await writeIfChanged(join(out, name), text);
  await removeOthers(out, new Set(all.keys()));
  return { written: [...texts.keys()], fresh: [] };
}
