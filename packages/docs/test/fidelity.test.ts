import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { buildFidelity } from "../src/fidelity/build.ts";
import { type Figures, readFigures } from "../src/fidelity/figures.ts";
import { fidelityPage } from "../src/fidelity/page.ts";

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "notional-fidelity-"));
});
afterAll(() => rm(folder, { recursive: true }));

const figures: Figures = {
  date: "2026-03-11",
  tapes: 2,
  exchanges: 1005,
  total: { identical: 999, total: 1000 },
  operations: { getPage: { identical: 999, total: 1000 } },
  properties: { select: { identical: 1, total: 3 } },
  blocks: { divider: { identical: 2, total: 2 } },
  notImplemented: { getView: 5 },
  leftovers: 7,
};

describe("shape", () => {
  test("the page has every figure, and rounds none up", () => {
    const page = fidelityPage(figures);
    expect(page).toContain("Of 1000 recorded answers of the Notion API, the local server gives 999 exactly");
    expect(page).toContain("On 2026-03-11, 1005 recorded requests of 2 sessions");
    expect(page).toContain("<code>getPage</code></td><td>999 of 1000</td><td>99.9 %</td>");
    expect(page).toContain("<code>select</code></td><td>1 of 3</td><td>33.3 %</td>");
    expect(page).toContain("<code>divider</code></td><td>2 of 2</td><td>100.0 %</td>");
    expect(page).toContain("has not got them: <code>getView</code> (5).");
    expect(page).toContain("7 results of searches");
  });

  test("it loads nothing", () => {
    expect(fidelityPage(figures).match(/<script|<img| src=|@import|<link[^>]+href="http/g)).toBeNull();
  });
});

describe("validation", () => {
  test("names are shown as text", () => {
    const blocks = { "<script>": { identical: 0, total: 0 } };
    expect(fidelityPage({ ...figures, blocks })).toContain(
      "<code>&lt;script&gt;</code></td><td>0 of 0</td><td>0.0 %</td>",
    );
  });

  test("without figures there is no page, and the one that was there stays", async () => {
    await buildFidelity(folder);
    const before = await readFile(join(folder, "fidelity/index.html"), "utf8");
    await expect(buildFidelity(folder, join(folder, "nothing.json"))).rejects.toThrow("ENOENT");
    expect(await readFile(join(folder, "fidelity/index.html"), "utf8")).toBe(before);
  });
});

describe("behaviour", () => {
  test("the page of this site is made of the committed figures", async () => {
    await buildFidelity(folder);
    const { total, operations } = await readFigures();
    const page = await readFile(join(folder, "fidelity/index.html"), "utf8");
    expect(page).toContain(`Of ${total.total} recorded answers`);
    for (const name of Object.keys(operations)) expect(page).toContain(`<code>${name}</code>`);
  });

  test("new figures make a new page", async () => {
    const source = join(folder, "figures.json");
    await writeFile(source, JSON.stringify(figures));
    await buildFidelity(folder, source);
    expect(await readFile(join(folder, "fidelity/index.html"), "utf8")).toBe(fidelityPage(figures));
  });
});
