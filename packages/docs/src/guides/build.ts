import { mkdir, rename, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { guidesFolder, pagesFolder } from "../files.ts";
import { readOperations } from "./operations.ts";
import { guideListPage, guidePage } from "./page.ts";
import { flat, readGuides } from "./read.ts";

export interface GuidesResult {
  /** How many pages there are, without the list. */
  pages: number;
}

/**
 * Builds the pages of the guides: `guides/index.html` and `guides/<name>/index.html`.
 *
 * @param folder Where to; pages of guides that are gone are removed.
 * @param source Where the guides are.
 * @throws Error that names every link that leads nowhere; the pages that were there stay.
 */
export async function buildGuides(folder = pagesFolder, source = guidesFolder): Promise<GuidesResult> {
  const [groups, operations] = await Promise.all([readGuides(source), readOperations()]);
  const guides = flat(groups);
  const pages = guides.map((guide) => ({ guide, ...guidePage(guide, groups, { guides, operations }) }));
  const broken = pages.flatMap((page) => page.broken);
  if (broken.length > 0)
    throw new Error(
      `Links of guides that lead nowhere:\n${broken.join("\n")}\n  Correct the link, or write what it names.`,
    );

  // Written beside the folder and moved over it, so that what is gone is gone.
  const unfinished = join(folder, `.guides-${process.pid}`);
  await write(unfinished, guideListPage(groups));
  await Promise.all(pages.map(({ guide, html }) => write(join(unfinished, guide.name), html)));
  await rm(join(folder, "guides"), { recursive: true, force: true });
  await rename(unfinished, join(folder, "guides"));
  return { pages: pages.length };
}

async function write(folder: string, html: string): Promise<void> {
  await mkdir(folder, { recursive: true });
  await writeFile(join(folder, "index.html"), html);
}
