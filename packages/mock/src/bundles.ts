import { readFile } from "node:fs/promises";
import spec from "@notional/spec/package.json" with { type: "json" };

/** An OpenAPI document, as far as the mock itself looks into it. */
export interface Bundle {
  openapi: string;
  paths: Record<string, unknown>;
  components?: { schemas?: Record<string, unknown>; [kind: string]: unknown };
}

/** Where the document of each `Notion-Version` is: a file, or the document itself. */
export type Bundles = Readonly<Record<string, URL | Bundle>>;

/** Every `Notion-Version` that `@notional/spec` publishes a bundle for, the oldest first. */
export const notionVersions: readonly string[] = Object.keys(spec.exports)
  .flatMap((path) => /^\.\/(\d{4}-\d{2}-\d{2})\/openapi\.json$/.exec(path)?.[1] ?? [])
  .sort();

export const publishedBundles: Bundles = Object.fromEntries(
  notionVersions.map((version) => [
    version,
    new URL(import.meta.resolve(`@notional/spec/${version}/openapi.json`)),
  ]),
);

/**
 * The text of a bundle as JSON.
 *
 * @throws Error when there is no such file, with what to do about it.
 */
export async function readBundle(bundle: URL | Bundle): Promise<string> {
  if (!(bundle instanceof URL)) return JSON.stringify(bundle);
  try {
    return await readFile(bundle, "utf8");
  } catch (cause) {
    throw new Error(`There is no bundle at ${bundle.pathname}. Run \`pnpm generate\` first.`, { cause });
  }
}
