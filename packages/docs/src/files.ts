import { fileURLToPath } from "node:url";
import spec from "@notional/spec/package.json" with { type: "json" };

const specFolder = new URL("./", import.meta.resolve("@notional/spec/package.json"));

/** Every `Notion-Version` that `@notional/spec` publishes a bundle for, the newest first. */
export const versions: readonly string[] = Object.keys(spec.exports)
  .flatMap((path) => /^\.\/(\d{4}-\d{2}-\d{2})\/openapi\.json$/.exec(path)?.[1] ?? [])
  .sort()
  .reverse();

/** The bundle of a version, `spec/dist/<date>/openapi.json` or `.yaml`. */
export const bundleFile = (version: string, extension: "json" | "yaml"): string =>
  fileURLToPath(new URL(`dist/${version}/openapi.${extension}`, specFolder));

/** What each version changed, in Markdown. */
export const changesFile = fileURLToPath(new URL("VERSIONS.md", specFolder));

/** The guides, in Markdown, listed by the README beside them. */
export const guidesFolder = fileURLToPath(new URL("guides/", specFolder));

/**
 * What a replay of recorded traffic came to. It is read when pages are built, as a file: `@notional/contract` checks this
 * package, and so cannot be one that this package needs.
 */
export const figuresFile = fileURLToPath(new URL("../../contract/fidelity/figures.json", import.meta.url));

/** Where the pages of all versions are written to and served from. */
export const pagesFolder = fileURLToPath(new URL("../dist/", import.meta.url));

export const templateFile = fileURLToPath(new URL("../src/template.hbs", import.meta.url));
