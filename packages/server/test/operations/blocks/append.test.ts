import { describe, expect, test } from "vitest";
import { NOW } from "../../fixture.ts";
import { textAnswer } from "../answers.ts";
import {
  BOT,
  each,
  invalid,
  PAGE,
  paragraph,
  refusal,
  refused,
  startWithPage,
  text,
  texts,
} from "./workspace.ts";

const DATABASE = "10000000-0000-4000-8000-0000000000db";
const SOURCE = "10000000-0000-4000-8000-0000000000d5";
const database = {
  object: "database" as const,
  id: DATABASE,
  title: "Beans",
  data_sources: [{ id: SOURCE, title: "Beans" }],
};
const MINUTE = "2026-11-20T12:34:00.000Z";

describe("shape", () => {
  test("the new blocks, whole, without those inside them", async () => {
    const { append } = await startWithPage();
    const { status, body } = await append(PAGE, [paragraph("Outer", [paragraph("Inner")])]);
    expect(status).toBe(200);
    const { request_id, ...list } = body;
    expect(list).toEqual({
      object: "list",
      results: [
        {
          object: "block",
          id: expect.stringMatching(/^[0-9a-f-]{36}$/),
          parent: { type: "page_id", page_id: PAGE },
          created_time: MINUTE,
          last_edited_time: MINUTE,
          created_by: { object: "user", id: BOT },
          last_edited_by: { object: "user", id: BOT },
          has_children: true,
          in_trash: false,
          type: "paragraph",
          paragraph: {
            rich_text: textAnswer("Outer"),
            icon: null,
            color: "default",
          },
        },
      ],
      next_cursor: null,
      has_more: false,
      type: "block",
      block: {},
    });
  });

  test("who may not read content learns only the ids", async () => {
    const writer = { name: "Writer", tokens: ["ntn_writer"], capabilities: ["insert_content" as const] };
    const { call } = await startWithPage([], [], [writer]);
    const { body } = await call(
      "PATCH",
      `/v1/blocks/${PAGE}/children`,
      { children: [paragraph("Secret")] },
      { token: "ntn_writer" },
    );
    expect(body.results).toEqual([{ object: "block", id: expect.any(String) }]);
  });
});

describe("validation", () => {
  test.each([
    ["a database", DATABASE],
    ["a divider", "20000000-0000-4000-8000-000000000001"],
    ["a heading that is no toggle", "20000000-0000-4000-8000-000000000002"],
  ])("no blocks in %s", async (_name, id) => {
    const { append, list } = await startWithPage([
      { id: "20000000-0000-4000-8000-000000000001", divider: {} },
      { id: "20000000-0000-4000-8000-000000000002", heading_1: "Heading" },
      database,
    ]);
    const refusedAppend = await append(id, [paragraph("No")]);
    expect(refusal(refusedAppend)).toEqual(invalid("Block does not support children"));
    expect((await list(id)).body.results).toEqual([]);
  });

  test("a heading that is made without being a toggle has no children", async () => {
    const { append } = await startWithPage();
    const heading = { heading_1: { rich_text: text("Heading"), children: [paragraph("No")] } };
    expect(refusal(await append(PAGE, [heading]))).toEqual(invalid("Block does not support children"));
    const toggle = { heading_1: { ...heading.heading_1, is_toggleable: true } };
    expect((await append(PAGE, [toggle])).body.results[0]).toMatchObject({ has_children: true });
  });

  test("a data source is no block", async () => {
    const { append } = await startWithPage([database]);
    const { body } = await append(SOURCE, [paragraph("No")]);
    expect(body).toMatchObject({
      status: 404,
      code: "object_not_found",
      message: `Could not find block with ID: ${SOURCE}. Make sure the relevant pages and databases are shared with your integration "Local development".`,
      additional_data: { integration_id: BOT },
    });
  });

  test("rows are as wide as their table, now and later", async () => {
    const { append, list } = await startWithPage();
    const row = (...cells: string[]) => ({ table_row: { cells: cells.map(text) } });
    const table = (rows: object[]) => ({ table: { table_width: 2, children: rows } });
    const tooWide = "Number of cells in table row must match the table width of the parent table";
    expect(refusal(await append(PAGE, [table([row("a", "b"), row("c")])]))).toEqual(refused(tooWide));
    expect((await list(PAGE)).body.results).toEqual([]);

    const { body } = await append(PAGE, [table([row("a", "b")])]);
    const [{ id }] = body.results;
    expect(refusal(await append(id, [row("a", "b", "c")]))).toEqual(refused(tooWide));
    expect((await append(id, [row("c", "d")])).body.results[0].table_row.cells[1][0].plain_text).toBe("d");
    expect(refusal(await append(id, [paragraph("No")]))).toEqual(
      refused("A table block can only have table_row blocks as children."),
    );
    expect(refusal(await append(PAGE, [row("a", "b")]))).toEqual(
      refused("A table_row block can only be a child of a table block."),
    );
  });

  test("columns stand in column lists, and nothing else does", async () => {
    const { append } = await startWithPage();
    const column = { column: { children: [] } };
    expect(refusal(await append(PAGE, [column]))).toEqual(
      refused("A column block can only be a child of a column_list block."),
    );
    const { body } = await append(PAGE, [{ column_list: { children: [column, column] } }]);
    const [{ id, column_list, has_children }] = body.results;
    expect([column_list, has_children]).toEqual([{}, true]);
    expect(refusal(await append(id, [paragraph("No")]))).toEqual(
      refused("A column_list block can only have column blocks as children."),
    );
    const third = await append(id, [{ column: { width_ratio: 0.25, children: [paragraph("Third")] } }]);
    expect(third.body.results[0]).toMatchObject({ column: { width_ratio: 0.25 }, has_children: true });
  });

  test("a paragraph has an icon as the label of a tab only", async () => {
    const { append } = await startWithPage();
    const icon = { emoji: "📋" };
    const label = { paragraph: { rich_text: text("Overview"), icon, children: [paragraph("Content")] } };
    expect(refusal(await append(PAGE, [label]))).toEqual(
      refused("A paragraph has an icon only as a direct child of a tab block."),
    );
    const { body } = await append(PAGE, [{ tab: { children: [label] } }]);
    const [tab] = body.results;
    expect(tab).toMatchObject({ tab: {}, has_children: true });
    const details = { paragraph: { rich_text: text("Details"), icon } };
    expect((await append(tab.id, [details])).body.results[0].paragraph.icon).toEqual({
      type: "emoji",
      emoji: "📋",
    });
    expect(refusal(await append(tab.id, [{ divider: {} }]))).toEqual(
      refused("A tab block can only have paragraph blocks as children."),
    );
  });

  test("a place after what is not there, or in the trash", async () => {
    const { append, remove } = await startWithPage();
    const { body } = await append(PAGE, [paragraph("One", [paragraph("Inner")])]);
    const [{ id }] = body.results;
    const after = (place: string) =>
      append(PAGE, [paragraph("No")], { type: "after_block", after_block: { id: place } });
    const words = (place: string) =>
      invalid(`Block ID (${place}) to append children after is not parented by ${PAGE}.`);
    expect(refusal(await after(PAGE))).toEqual(words(PAGE));
    await remove(id);
    expect(refusal(await after(id))).toEqual(words(id));
  });

  test("nothing is added to what is in the trash", async () => {
    const { append, remove } = await startWithPage();
    const { body } = await append(PAGE, [paragraph("Outer")]);
    await remove(PAGE);
    expect(refusal(await append(PAGE, [paragraph("No")]))).toEqual(
      invalid("Can't edit block that is archived. You must unarchive the block before editing."),
    );
    expect(refusal(await append(body.results[0].id, [paragraph("No")]))).toEqual(
      invalid(
        "Can't edit page on block with an archived ancestor. You must unarchive the ancestor before editing page.",
      ),
    );
  });
});

describe("behaviour", () => {
  test("at the end, at the start, after a block; the answer goes on to the end", async () => {
    const { append, list } = await startWithPage();
    const { body } = await append(PAGE, [paragraph("a"), paragraph("b")]);
    expect(texts(await append(PAGE, [paragraph("c")]))).toEqual(["c"]);
    expect(texts(await append(PAGE, [paragraph("d")], { type: "end" }))).toEqual(["d"]);
    expect(texts(await append(PAGE, [paragraph("0"), paragraph("1")], { type: "start" }))).toEqual([
      "0",
      "1",
      "a",
      "b",
      "c",
      "d",
    ]);
    const after = { type: "after_block", after_block: { id: body.results[0].id } };
    expect(texts(await append(PAGE, [paragraph("x"), paragraph("y")], after))).toEqual([
      "x",
      "y",
      "b",
      "c",
      "d",
    ]);
    expect(texts(await list(PAGE))).toEqual(["0", "1", "a", "x", "y", "b", "c", "d"]);
  });

  test("the older `after` is the same place", async () => {
    const { append, call } = await startWithPage();
    const { body } = await append(PAGE, [paragraph("a"), paragraph("b")]);
    const inserted = await call(
      "PATCH",
      `/v1/blocks/${PAGE}/children`,
      { children: [paragraph("x")], after: body.results[0].id },
      { version: "2022-06-28" },
    );
    expect(texts(inserted)).toEqual(["x", "b"]);
    expect(inserted.body.results[0].archived).toBe(false);
  });

  test("again and again at one spot, in order", async () => {
    const { append, list } = await startWithPage();
    const { body } = await append(PAGE, [paragraph("first"), paragraph("last")]);
    const after = { type: "after_block", after_block: { id: body.results[0].id } };
    for (const name of ["a", "b", "c"]) await append(PAGE, [paragraph(name)], after);
    expect(texts(await list(PAGE))).toEqual(["first", "c", "b", "a", "last"]);
  });

  test("all levels of a request, each in its order", async () => {
    const { append, list } = await startWithPage();
    const leaves = [paragraph("1.1.1"), paragraph("1.1.2")];
    const { body } = await append(PAGE, [
      paragraph("1", [paragraph("1.1", leaves), paragraph("1.2")]),
      { toggle: { rich_text: text("2"), children: [paragraph("2.1")] } },
    ]);
    const [first, second] = body.results;
    const inFirst = await list(first.id);
    expect(texts(inFirst)).toEqual(["1.1", "1.2"]);
    expect(each(inFirst, (block) => [block.has_children, block.parent])).toEqual([
      [true, { type: "block_id", block_id: first.id }],
      [false, { type: "block_id", block_id: first.id }],
    ]);
    expect(texts(await list(inFirst.body.results[0].id))).toEqual(["1.1.1", "1.1.2"]);
    expect(texts(await list(second.id))).toEqual(["2.1"]);
  });

  test("the parent and its page were changed then, by the caller", async () => {
    const { append, get, clock } = await startWithPage();
    const { body } = await append(PAGE, [paragraph("Outer", [paragraph("Inner")]), paragraph("Beside")]);
    const [outer, beside] = body.results;
    clock.time = new Date(Date.parse(NOW) + 60_000);
    await append(outer.id, [paragraph("More")]);
    const times = async (id: string) => (await get(id)).body.last_edited_time;
    expect(await Promise.all([PAGE, outer.id, beside.id].map(times))).toEqual([
      "2026-11-20T12:35:00.000Z",
      "2026-11-20T12:35:00.000Z",
      MINUTE,
    ]);
  });
});
