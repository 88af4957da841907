import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { guidesFolder } from "../src/files.ts";
import { buildGuides } from "../src/guides/build.ts";
import { introduce } from "../src/guides/introduce.ts";
import { follow, type Target } from "../src/guides/links.ts";
import { readOperations } from "../src/guides/operations.ts";
import { flat, type Guide, readGuides } from "../src/guides/read.ts";

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "notional-guides-"));
});
afterAll(() => rm(folder, { recursive: true }));

const guides = flat(await readGuides());
const pageOf = (...name: string[]) => readFile(join(folder, "guides", ...name, "index.html"), "utf8");

describe("the guides", () => {
  test("are all listed", async () => {
    const files = (await readdir(guidesFolder)).filter((file) => file !== "README.md");
    expect(guides.map(({ name }) => `${name}.md`).sort()).toEqual(files.sort());
    expect(guides.filter(({ summary }) => !/^[A-Z].{10,}\.$/.test(summary))).toEqual([]);
  });

  test.each(guides)("$name is short and has samples", ({ markdown, headings }) => {
    expect(markdown.split("\n").length).toBeLessThan(150);
    expect(markdown).toContain("\n```");
    expect(headings.filter(({ depth }) => depth === 1)).toHaveLength(1);
    const ids = headings.map(({ id }) => id);
    expect(ids).toEqual([...new Set(ids)]);
  });

  // A broken link would have thrown.
  test("become pages without a broken link", async () => {
    const { pages } = await buildGuides(folder);
    expect(pages).toBe(guides.length);
    const list = await pageOf();
    for (const { name, title } of guides) {
      expect(list).toContain(`href="/docs/guides/${name}/"`);
      expect(await pageOf(name)).toContain(`<h1 id=`);
      expect(await pageOf(name)).toContain(`<title>${title} · Notional</title>`);
    }
  });

  test("load nothing", async () => {
    for (const { name } of guides) {
      const page = await pageOf(name);
      expect(page).toContain(`Content-Security-Policy" content="default-src 'none'; style-src`);
      expect(page.match(/<script|<img| src=|@import|<link[^>]+href="http/g)).toBeNull();
    }
  });

  test("stand in the introduction of the reference", async () => {
    expect(introduce(await readGuides())).toContain(
      "- Content: [Rich text](/docs/guides/rich-text/), [Blocks](",
    );
  });
});

describe("a link", async () => {
  const operations = await readOperations();
  const guide = { name: "pages", headings: [{ id: "here", text: "Here", depth: 2 }] } as Guide;
  const other = { name: "blocks", headings: [{ id: "trash", text: "Trash", depth: 2 }] } as Guide;
  const site = { guides: [guide, other], operations };

  test.each<[href: string, text: string, target: Target]>([
    ["https://example.com/x", "x", { href: "https://example.com/x" }],
    ["#here", "x", { href: "#here" }],
    ["#there", "x", { broken: "pages.md has no such heading" }],
    ["blocks.md", "x", { href: "/docs/guides/blocks/" }],
    ["blocks.md#trash", "x", { href: "/docs/guides/blocks/#trash" }],
    ["blocks.md#here", "x", { broken: "blocks.md has no such heading" }],
    ["rows.md", "x", { broken: "there is no such guide" }],
    ["README.md", "x", { href: "/docs/guides/" }],
    ["../VERSIONS.md", "x", { href: "/#versions" }],
    ["../paths/v1_pages_{page_id}.yaml", "getPage", { href: "/docs/2026-03-11/#/pages/getpage" }],
    [
      "../paths/v1_databases_{database_id}_query.yaml",
      "queryDatabase",
      { href: "/docs/2022-06-28/#/databases/querydatabase" },
    ],
    ["../paths/v1_pages.yaml", "getPage", { broken: "getPage is in ../paths/v1_pages_{page_id}.yaml" }],
    ["../paths/v1_pages.yaml", "getPages", { broken: "nothing is called getPages" }],
    ["../webhooks/page.created.yaml", "page.created", { href: "/docs/2026-03-11/#/webhooks/onpagecreated" }],
    [
      "../webhooks/page.deleted.yaml",
      "page.created",
      { broken: "page.created is in ../webhooks/page.created.yaml" },
    ],
    ["/docs/", "x", { broken: "there is no such guide" }],
  ])("%s as %s", (href, text, target) => {
    expect(follow(guide, href, text, site)).toEqual(target);
  });
});

describe("building", () => {
  const source = async (files: Record<string, string>): Promise<string> => {
    const at = await mkdtemp(join(folder, "source-"));
    await mkdir(at, { recursive: true });
    for (const [name, text] of Object.entries(files)) await writeFile(join(at, name), text);
    return at;
  };
  const list = "# Guides\n\n## All\n\n- [A](a.md): First\n  of two.\n- [B](b.md): Second.\n";

  test("reads the list, its summaries over two lines", async () => {
    const at = await source({ "README.md": list, "a.md": "# A\n", "b.md": "# B\n" });
    const [group] = await readGuides(at);
    expect(group?.guides.map(({ name, summary }) => [name, summary])).toEqual([
      ["a", "First of two."],
      ["b", "Second."],
    ]);
  });

  test("names every broken link, and leaves the pages that were there", async () => {
    const good = await source({ "README.md": list, "a.md": "# A\n", "b.md": "# B\n" });
    const bad = await source({
      "README.md": list,
      "a.md": "# A\n\n[x](c.md) [y](b.md#z)\n",
      "b.md": "# B\n",
    });
    const to = await mkdtemp(join(folder, "pages-"));
    await buildGuides(to, good);
    await expect(buildGuides(to, bad)).rejects.toThrow(
      "Links of guides that lead nowhere:\nspec/guides/a.md:3: [x](c.md): there is no such guide\nspec/guides/a.md:3: [y](b.md#z): b.md has no such heading\n  Correct the link, or write what it names.",
    );
    expect(await readFile(join(to, "guides/a/index.html"), "utf8")).toContain('<h1 id="a">A</h1>');
  });

  test("wants the title of the list", async () => {
    const at = await source({ "README.md": list, "a.md": "# Other\n", "b.md": "# B\n" });
    await expect(readGuides(at)).rejects.toThrow(`a.md:1 is not "# A"`);
  });
});
