import { createHash } from "node:crypto";
import { mkdir, readFile, rename, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { bundleFile, pagesFolder, templateFile, versions } from "./files.ts";
import { rendererVersion, renderPage } from "./redocly.ts";

export interface BuildResult {
  /** The versions whose page was rendered. */
  built: string[];
  /** The versions whose page was still good. */
  fresh: string[];
}

/** Not a request: the "API docs by" badge of Redoc loads its logo from a server. Here the name is drawn. */
const LOGO = "https://cdn.redoc.ly/redoc/logo-mini-full.svg";
const DRAWN_LOGO =
  "data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' width='40' height='12'%3E%3Ctext y='10' font-family='sans-serif' font-size='11' font-weight='bold' fill='%23888'%3ERedoc%3C/text%3E%3C/svg%3E";

/**
 * Builds the page of every version whose bundle changed since, all at once.
 *
 * @param folder Where to; `<date>/index.html`, with `<date>/source-hash` beside it.
 * @throws Error when a bundle is missing or cannot be rendered; the pages that were there stay.
 */
export async function buildPages(folder = pagesFolder): Promise<BuildResult> {
  const renderer = createHash("sha256")
    .update(await rendererVersion())
    .update(await readFile(templateFile))
    .update(DRAWN_LOGO)
    .digest("hex");
  const outcomes = await Promise.all(
    versions.map(async (version) => ({ version, built: await buildPage(version, folder, renderer) })),
  );
  return {
    built: outcomes.filter(({ built }) => built).map(({ version }) => version),
    fresh: outcomes.filter(({ built }) => !built).map(({ version }) => version),
  };
}

/** @returns Whether there was anything to do. */
async function buildPage(version: string, folder: string, renderer: string): Promise<boolean> {
  const bundle = bundleFile(version, "json");
  const stamp = `source ${await sourceHash(bundle)}\nrenderer ${renderer}\n`;
  const page = join(folder, version, "index.html");
  const stampFile = join(folder, version, "source-hash");
  if ((await read(stampFile)) === stamp && (await read(page)) !== undefined) return false;

  await mkdir(join(folder, version), { recursive: true });
  // Rendered beside the page and moved over it, so that whoever reads never gets half of one.
  const unfinished = join(folder, version, `.${process.pid}.html`);
  await renderPage(version, bundle, unfinished);
  await writeFile(unfinished, (await readFile(unfinished, "utf8")).replaceAll(LOGO, DRAWN_LOGO));
  await rename(unfinished, page);
  await writeFile(stampFile, stamp);
  return true;
}

async function sourceHash(bundle: string): Promise<string> {
  const text = await read(bundle);
  if (text === undefined) throw new Error(`There is no bundle at ${bundle}. Run \`pnpm generate\` first.`);
  const document: { "x-notional-source-hash"?: string } = JSON.parse(text);
  return document["x-notional-source-hash"] ?? createHash("sha256").update(text).digest("hex");
}

const read = (file: string): Promise<string | undefined> => readFile(file, "utf8").catch(() => undefined);
