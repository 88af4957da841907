import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { guidesFolder } from "../files.ts";
import { type Heading, headingsOf } from "../markdown.ts";

/** A page of prose. */
export interface Guide {
  /** The name of its file without `.md`, and of its folder on the site. */
  name: string;
  title: string;
  /** One sentence, from the list of guides. */
  summary: string;
  markdown: string;
  headings: Heading[];
}

/** Guides that belong together. */
export interface GuideGroup {
  title: string;
  guides: Guide[];
}

/**
 * Reads the guides that the README of their folder lists, in its order.
 *
 * @throws Error when a listed file is missing, or its first line is not the title that the list gives it.
 */
export async function readGuides(folder = guidesFolder): Promise<GuideGroup[]> {
  const list = await readFile(join(folder, "README.md"), "utf8");
  const groups = list.split(/^## +/m).slice(1);
  const read = groups.map(async (group) => ({
    title: group.slice(0, group.indexOf("\n")).trim(),
    guides: await Promise.all(entriesOf(group).map((entry) => readGuide(folder, entry))),
  }));
  return (await Promise.all(read)).filter(({ guides }) => guides.length > 0);
}

/** All guides, in their order. */
export const flat = (groups: readonly GuideGroup[]): Guide[] => groups.flatMap(({ guides }) => guides);

type Entry = Pick<Guide, "name" | "title" | "summary">;

/** The items `- [Title](name.md): Summary.` of a part of the list; a summary may go on in the next line. */
function entriesOf(part: string): Entry[] {
  return [...part.matchAll(/^- \[([^\]]+)\]\(([\w-]+)\.md\): ((?:.|\n {2})+)/gm)].map(
    ([, title = "", name = "", summary = ""]) => ({ name, title, summary: summary.replace(/\s+/g, " ") }),
  );
}

async function readGuide(folder: string, entry: Entry): Promise<Guide> {
  const file = join(folder, `${entry.name}.md`);
  const markdown = await readFile(file, "utf8");
  if (!markdown.startsWith(`# ${entry.title}\n`)) {
    throw new Error(`${file}:1 is not "# ${entry.title}", which is what README.md calls it.`);
  }
  return { ...entry, markdown, headings: headingsOf(markdown) };
}
