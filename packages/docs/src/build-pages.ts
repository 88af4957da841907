import { createHash } from "node:crypto";
import { mkdir, readFile, rename, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { bundleFile, pagesFolder, templateFile, versions } from "./files.ts";
import { introduce } from "./guides/introduce.ts";
import { readGuides } from "./guides/read.ts";
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
  const introduction = introduce(await readGuides());
  const renderer = createHash("sha256")
    .update(await rendererVersion())
    .update(await readFile(templateFile))
    .update(DRAWN_LOGO)
    .update(introduction)
    .digest("hex");
  const outcomes = await Promise.all(
    versions.map(async (version) => ({
      version,
      built: await buildPage(version, folder, renderer, introduction),
    })),
  );
  return {
    built: outcomes.filter(({ built }) => built).map(({ version }) => version),
    fresh: outcomes.filter(({ built }) => !built).map(({ version }) => version),
  };
}

/** @returns Whether there was anything to do. */
async function buildPage(
  version: string,
  folder: string,
  renderer: string,
  introduction: string,
): Promise<boolean> {
  const document = await readDocument(version);
  const stamp = `source ${document["x-notional-source-hash"]}\nrenderer ${renderer}\n`;
  const page = join(folder, version, "index.html");
  const stampFile = join(folder, version, "source-hash");
  if ((await read(stampFile)) === stamp && (await read(page)) !== undefined) return false;

  await mkdir(join(folder, version), { recursive: true });
  // Rendered beside the page and moved over it, so that whoever reads never gets half of one.
  const unfinished = join(folder, version, `.${process.pid}.html`);
  const introduced = join(folder, version, `.${process.pid}.json`);
  document.info.description = `${document.info.description ?? ""}\n\n${introduction}`;
  await writeFile(introduced, JSON.stringify(document));
  await renderPage(version, introduced, unfinished).finally(() => rm(introduced));
  await writeFile(unfinished, (await readFile(unfinished, "utf8")).replaceAll(LOGO, DRAWN_LOGO));
  await rename(unfinished, page);
  await writeFile(stampFile, stamp);
  return true;
}

interface Document {
  info: { description?: string };
  "x-notional-source-hash": string;
}

async function readDocument(version: string): Promise<Document> {
  const file = bundleFile(version, "json");
  const text = await read(file);
  if (text === undefined) throw new Error(`There is no bundle at ${file}. Run \`pnpm generate\` first.`);
  return JSON.parse(text);
}

const read = (file: string): Promise<string | undefined> => readFile(file, "utf8").catch(() => undefined);
