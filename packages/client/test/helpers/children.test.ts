import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  appendAllChildren,
  type Core,
  type createClient,
  type Schema,
  splitChildren,
} from "../../src/index.ts";
import { HOME, localServer } from "../local-server.ts";

type Block = Schema<"BlockRequest">;
type Nested = Schema<"NestedBlockRequest">;

const text = (content: string) => [{ text: { content } }];
const line = (content: string): Nested => ({ paragraph: { rich_text: text(content) } });
const item = (content: string, children: Nested[] = []): Nested => ({
  bulleted_list_item: { rich_text: text(content), ...(children.length > 0 && { children }) },
});
const row: Schema<"TableRowBlockRequest"> = { table_row: { cells: [text("Guji")] } };
const table = (rows: number): Nested => ({ table: { table_width: 1, children: Array(rows).fill(row) } });
const columns = (...contents: Nested[][]): Block => ({
  column_list: { children: contents.map((children) => ({ column: { children } })) },
});

/** A block as type, text and children. */
interface Tree {
  type: string;
  text: string;
  children: Tree[];
}

function treeOf(block: object): Tree {
  const [type = "", content] = Object.entries(block)[0] ?? [];
  const children: object[] = content.children ?? [];
  return { type, text: content.rich_text?.[0].text.content ?? "", children: children.map(treeOf) };
}

/** What the steps make when they are done one after the other. */
function done(steps: ReturnType<typeof splitChildren>): Tree[] {
  const made = steps.map(({ children }) => children.map(treeOf));
  const root: Tree[] = [];
  for (const [index, { parent }] of steps.entries()) {
    const added = made[index] ?? [];
    if (!parent) root.push(...added);
    else {
      let siblings = made[parent.step] ?? [];
      let found: Tree | undefined;
      for (const place of parent.path) {
        found = siblings[place];
        siblings = found?.children ?? [];
      }
      found?.children.push(...added);
    }
  }
  return root;
}

const depthOf = (trees: Tree[]): number => Math.max(0, ...trees.map(({ children }) => 1 + depthOf(children)));
const count = (trees: Tree[]): number => trees.reduce((sum, { children }) => sum + 1 + count(children), 0);
const longest = (trees: Tree[]): number =>
  Math.max(trees.length, ...trees.map(({ children }) => longest(children)));

const { nested } = fc.letrec<{ nested: Nested; list: Nested[] }>((tie) => ({
  nested: fc.oneof(
    { depthSize: "medium", withCrossShrink: true },
    fc.string({ minLength: 1, maxLength: 5 }).map(line),
    fc
      .tuple(fc.string({ minLength: 1, maxLength: 5 }), tie("list"))
      .map(([content, children]) => item(content, children)),
    fc.integer({ min: 1, max: 130 }).map(table),
  ),
  list: fc.array(tie("nested"), { maxLength: 6 }),
}));
const block: fc.Arbitrary<Block> = fc.oneof(
  { weight: 5, arbitrary: nested },
  {
    weight: 1,
    arbitrary: fc
      .array(fc.array(nested, { maxLength: 4 }), { minLength: 2, maxLength: 4 })
      .map((contents) => columns(...contents)),
  },
);

describe("shape", () => {
  test("what fits is one call, as it is", () => {
    const children = [item("a", [item("b", [line("c")])]), table(2)];
    expect(splitChildren(children)).toEqual([{ parent: undefined, children }]);
    expect(splitChildren([])).toEqual([]);
  });

  test("long lists, of the first level and below", () => {
    const children = [item("a", Array(150).fill(line("b"))), ...Array(150).fill(line("c"))];
    expect(splitChildren(children).map(({ parent, children }) => [parent, children.length])).toEqual([
      [undefined, 100],
      [undefined, 51],
      [{ step: 0, path: [0] }, 50],
    ]);
  });

  test("deep trees", () => {
    const deep = item("0", [item("1", [item("2", [item("3", [line("4")])])])]);
    expect(splitChildren([deep])).toEqual([
      { parent: undefined, children: [item("0", [item("1", [item("2")])])] },
      { parent: { step: 0, path: [0, 0, 0] }, children: [item("3", [line("4")])] },
    ]);
  });
});

describe("validation", () => {
  test("a block that no call has room for", () => {
    const huge = { paragraph: { rich_text: Array(300).fill(text("a".repeat(2_000))[0]) } };
    expect(() => splitChildren([huge])).toThrow(
      new RangeError("A block alone is larger than a request may be."),
    );
  });
});

describe("behaviour", () => {
  test("the steps make the tree, and none is more than a call may be", () => {
    fc.assert(
      fc.property(fc.array(block, { maxLength: 8 }), (children) => {
        const before = JSON.stringify(children);
        const steps = splitChildren(children);
        expect(done(steps)).toEqual(children.map(treeOf));
        expect(JSON.stringify(children)).toBe(before);
        for (const step of steps) {
          const trees = step.children.map(treeOf);
          expect(depthOf(trees)).toBeLessThanOrEqual(3);
          expect(longest(trees)).toBeLessThanOrEqual(100);
          expect(count(trees)).toBeLessThanOrEqual(1_000);
        }
      }),
    );
  });

  test("a thousand blocks, and half a megabyte", () => {
    const wide = [...Array(20)].map((_, index) => item(`${index}`, Array(100).fill(line("a"))));
    const large = Array(100).fill(line("ü".repeat(2_000)));
    for (const children of [wide, [...large, ...large]]) {
      const steps = splitChildren(children);
      expect(done(steps)).toEqual(children.map(treeOf));
      for (const step of steps) {
        expect(count(step.children.map(treeOf))).toBeLessThanOrEqual(1_000);
        expect(new TextEncoder().encode(JSON.stringify(step)).length).toBeLessThanOrEqual(500_000);
      }
    }
  });

  test("columns have what they must, and tables stand where they may", () => {
    const children = [columns([table(1)], [line("a")]), item("a", [item("b", [table(2), line("c")])])];
    expect(splitChildren(children)).toEqual([
      { parent: undefined, children: [columns([], [line("a")]), item("a", [item("b")])] },
      { parent: { step: 0, path: [0, 0] }, children: [table(1)] },
      { parent: { step: 0, path: [1, 0] }, children: [table(2), line("c")] },
    ]);
  });

  async function read(notion: Core, block_id: string): Promise<Tree[]> {
    const client = notion as ReturnType<typeof createClient>;
    const trees: Tree[] = [];
    for await (const block of client.blocks.children.list({ block_id })) {
      if (!("type" in block)) throw new Error("The block is partial.");
      const content = block[block.type as keyof typeof block] as unknown as {
        rich_text?: { plain_text: string }[];
      };
      const children = block.has_children ? await read(notion, block.id) : [];
      trees.push({ type: block.type, text: content.rich_text?.[0]?.plain_text ?? "", children });
    }
    return trees;
  }

  test("the server has the tree", async () => {
    const { notion } = await localServer();
    const page = await notion.pages.create({
      parent: { page_id: HOME },
      properties: { title: { title: text("Page") } },
    });
    const deep = item("0", [item("1", [item("2", [item("3", [line("4"), line("5")])]), line("6")])]);
    const children = [
      deep,
      columns([table(130)], [line("a")]),
      ...[...Array(120)].map((_, i) => line(`${i}`)),
    ];
    const ids = await appendAllChildren(notion, { block_id: page.id, children });
    expect(await read(notion, page.id)).toEqual(children.map(treeOf));
    const listed = await notion.blocks.children.list({ block_id: page.id }).collect();
    expect(ids).toEqual(listed.map(({ id }) => id));
  });

  test.each([
    ["2026-03-11", (id: string) => ({ position: { type: "after_block", after_block: { id } } })],
    ["2025-09-03", (id: string) => ({ after: id })],
  ] as const)("in %s they can go between others", async (version, place) => {
    const { notion } = await localServer(version);
    const page = await notion.pages.create({
      parent: { page_id: HOME },
      properties: { title: { title: text("Page") } },
    });
    const block_id = page.id;
    const [first] = await appendAllChildren(notion, { block_id, children: [line("first"), line("last")] });
    const children = [...Array(210)].map((_, index) => line(`${index}`));
    await appendAllChildren(notion as Core, { block_id, children, ...place(first ?? "") } as never);
    const texts = (await read(notion as Core, block_id)).map(({ text }) => text);
    expect(texts).toEqual(["first", ...children.map((_, index) => `${index}`), "last"]);
  });

  test("at the start", async () => {
    const { notion } = await localServer();
    const page = await notion.pages.create({
      parent: { page_id: HOME },
      properties: { title: { title: text("Page") } },
    });
    await appendAllChildren(notion, { block_id: page.id, children: [line("last")] });
    const children = [...Array(101)].map((_, index) => line(`${index}`));
    await appendAllChildren(notion, { block_id: page.id, children, position: { type: "start" } });
    const texts = (await read(notion, page.id)).map(({ text }) => text);
    expect(texts).toEqual([...children.map((_, index) => `${index}`), "last"]);
  });
});
