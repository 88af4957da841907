import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type LanguageServer, startLanguageServer } from "./language-server.ts";

const root = join(import.meta.dirname, "..");
let server: LanguageServer;

beforeAll(async () => {
  server = await startLanguageServer(root);
});
afterAll(() => server.stop());

/** What an editor shows over each variable of a program. */
async function hover(program: string): Promise<string[]> {
  const text = `import { createClient, queryAll } from "../src/index.ts";\nexport {};\n${program}`;
  const offsets = [...text.matchAll(/const (?=\w)/g)].map(({ index, 0: { length } }) => index + length);
  return server.hover(join(root, "test/program.ts"), text, offsets);
}

test("what is called and what it answers have names, not all their fields", async () => {
  const shown = await hover(`
const notion = createClient({ auth: "ntn_local_dev" });
const page = await notion.pages.get({ page_id: "p" });
const made = await notion.pages.create({ parent: { page_id: "p" } });
const listing = notion.blocks.children.list({ block_id: "b" });
const blocks = await listing;
const block = blocks.results[0];
const properties = page.properties;
for await (const row of queryAll(notion, { data_source_id: "d" })) row;
`);
  expect(shown).toEqual([
    "const notion: NotionClient",
    "const page: PageOrPartial",
    "const made: PageOrPartial | PendingAsyncTask",
    "const listing: List<BlockList>",
    "const blocks: BlockList",
    "const block: BlockOrPartial | undefined",
    "const properties: PropertyValues | undefined",
    "const row: PageOrDataSource",
  ]);
});

test("of an older version as well", async () => {
  const shown = await hover(`
const notion = createClient({ auth: "ntn_local_dev", version: "2022-06-28" });
const page = await notion.pages.get({ page_id: "p" });
const user = await notion.users.me();
const { data } = await notion.GET("/v1/pages/{page_id}", { params: { path: { page_id: "p" } } });
const found = data;
`);
  expect(shown).toEqual([
    'const notion: NotionClient<"2022-06-28">',
    "const page: PageOrPartial",
    "const user: User",
    "const found: PageOrPartial | undefined",
  ]);
});
