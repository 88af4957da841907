import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { figuresFile, pagesFolder } from "../files.ts";
import { readFigures } from "./figures.ts";
import { fidelityPage } from "./page.ts";

/**
 * Builds `fidelity/index.html`.
 *
 * @param folder Where to.
 * @param source Where the figures are.
 * @throws Error when there are none; a page that was there stays.
 */
export async function buildFidelity(folder = pagesFolder, source = figuresFile): Promise<void> {
  const html = fidelityPage(await readFigures(source));
  await mkdir(join(folder, "fidelity"), { recursive: true });
  await writeFile(join(folder, "fidelity", "index.html"), html);
}
