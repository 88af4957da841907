import { describe, expect, test } from "vitest";
import { NOW } from "../../fixture.ts";
import { ADA, BOT, invalid, PAGE, paragraph, refusal, refused, startWithPage, text } from "./workspace.ts";

const ARCHIVED = "Can't edit block that is archived. You must unarchive the block before editing.";
const BELOW =
  "Can't edit page on block with an archived ancestor. You must unarchive the ancestor before editing page.";
const BLOCK = "20000000-0000-4000-8000-000000000001";

/** A server with one block, of this content. */
const startWith = (type: string, content: object) => startWithPage([{ id: BLOCK, type, [type]: content }]);

describe("shape", () => {
  test("the whole block, changed now by the caller", async () => {
    const author = { created_by: ADA, created_time: "2026-01-02T03:04:05.678Z" };
    const { update } = await startWithPage([{ id: BLOCK, ...author, paragraph: "Old" }]);
    const { status, body } = await update(BLOCK, { paragraph: { rich_text: text("New") } });
    const { request_id, ...block } = body;
    expect(status).toBe(200);
    expect(block).toEqual({
      object: "block",
      id: BLOCK,
      parent: { type: "page_id", page_id: PAGE },
      created_time: "2026-01-02T03:04:00.000Z",
      last_edited_time: "2026-11-20T12:34:00.000Z",
      created_by: { object: "user", id: ADA },
      last_edited_by: { object: "user", id: BOT },
      has_children: false,
      in_trash: false,
      type: "paragraph",
      paragraph: {
        rich_text: [expect.objectContaining({ plain_text: "New" })],
        icon: null,
        color: "default",
      },
    });
  });
});

describe("validation", () => {
  // Reported: https://community.zapier.com/troubleshooting-99/error-expected-block-type-divider-in-request-body-17502
  test("a block keeps its type", async () => {
    const { update } = await startWith("paragraph", { rich_text: [] });
    expect(refusal(await update(BLOCK, { heading_1: { rich_text: [] } }))).toEqual(
      invalid("Expected block type paragraph in request body"),
    );
    expect(refusal(await update(PAGE, { paragraph: {} }))).toEqual(
      invalid("Expected block type child_page in request body"),
    );
  });

  test("children are not changed, but may be said to be none", async () => {
    const { update } = await startWith("callout", { rich_text: [], icon: null });
    expect((await update(BLOCK, { callout: { children: [], color: "red" } })).body.callout.color).toBe("red");
    expect((await update(BLOCK, { callout: { children: [paragraph("No")] } })).status).toBe(400);
  });

  test("a row stays as wide as its table", async () => {
    const { append, list, update } = await startWithPage();
    const row = (...cells: string[]) => ({ table_row: { cells: cells.map(text) } });
    const { body } = await append(PAGE, [{ table: { table_width: 2, children: [row("a", "b")] } }]);
    const { id } = (await list(body.results[0].id)).body.results[0];
    expect(refusal(await update(id, row("a")))).toEqual(
      refused("Number of cells in table row must match the table width of the parent table"),
    );
    expect((await update(id, row("c", "d"))).body.table_row.cells[0][0].plain_text).toBe("c");
  });

  test("a heading with children stays a toggle", async () => {
    const { append, remove, update } = await startWith("heading_2", { rich_text: [], is_toggleable: true });
    const { body } = await append(BLOCK, [paragraph("Inside")]);
    const plain = { heading_2: { rich_text: [], is_toggleable: false } };
    expect(refusal(await update(BLOCK, plain))).toEqual(
      refused("A heading that has children must be toggleable."),
    );
    await remove(body.results[0].id);
    expect((await update(BLOCK, plain)).body.heading_2.is_toggleable).toBe(false);
  });

  test("an icon on a paragraph that is no tab", async () => {
    const { update } = await startWith("paragraph", { rich_text: [] });
    expect(refusal(await update(BLOCK, { paragraph: { icon: { emoji: "📋" } } }))).toEqual(
      refused("A paragraph has an icon only as a direct child of a tab block."),
    );
  });

  test("nothing changes in the trash, or below it", async () => {
    const { append, remove, update } = await startWith("toggle", { rich_text: [] });
    const { body } = await append(BLOCK, [paragraph("Inside")]);
    await remove(BLOCK);
    expect(refusal(await update(BLOCK, { toggle: { rich_text: [] } }))).toEqual(invalid(ARCHIVED));
    expect(refusal(await update(BLOCK, { in_trash: true }))).toEqual(invalid(ARCHIVED));
    const inside = body.results[0].id;
    expect(refusal(await update(inside, { paragraph: {} }))).toEqual(invalid(BELOW));
    expect(refusal(await update(inside, { in_trash: false }))).toEqual(invalid(BELOW));
    expect(refusal(await remove(inside))).toEqual(invalid(BELOW));
  });
});

describe("behaviour", () => {
  test.each<[string, object, object, object]>([
    [
      "to_do",
      { rich_text: [], checked: false, color: "red" },
      { checked: true },
      { rich_text: [], checked: true, color: "red" },
    ],
    [
      "code",
      { rich_text: [], caption: [], language: "c" },
      { language: "go" },
      { rich_text: [], caption: [], language: "go" },
    ],
    [
      "heading_1",
      { rich_text: [], is_toggleable: false, color: "blue" },
      { rich_text: [], is_toggleable: true },
      { rich_text: [], is_toggleable: true, color: "blue" },
    ],
    ["table_of_contents", { color: "red" }, {}, { color: "red" }],
    ["divider", {}, {}, {}],
    ["equation", { expression: "a" }, { expression: "b" }, { expression: "b" }],
    [
      "bookmark",
      { caption: [], url: "https://a.org/" },
      { url: "https://b.org/" },
      { caption: [], url: "https://b.org/" },
    ],
    [
      "image",
      { caption: [], type: "file", file: { url: "https://a.org/1.png" } },
      { external: { url: "https://b.org/2.png" } },
      { caption: [], type: "external", external: { url: "https://b.org/2.png" } },
    ],
    [
      "file",
      { caption: [], type: "external", external: { url: "https://a.org/1.txt" }, name: "1.txt" },
      { name: "one" },
      { caption: [], type: "external", external: { url: "https://a.org/1.txt" }, name: "one.txt" },
    ],
    [
      "link_to_page",
      { type: "page_id", page_id: PAGE },
      { database_id: BLOCK },
      { type: "database_id", database_id: BLOCK },
    ],
    ["column", { width_ratio: 0.25 }, { width_ratio: 0.125 }, { width_ratio: 0.125 }],
    ["template", { rich_text: [] }, { rich_text: [] }, { rich_text: [] }],
  ])("%s: what is sent replaces what was there, the rest stays", async (type, before, change, after) => {
    const { update, get } = await startWith(type, before);
    const { status, body } = await update(BLOCK, { type, [type]: change });
    expect([status, body[type]]).toEqual([200, after]);
    expect((await get(BLOCK)).body[type]).toEqual(after);
  });

  test("a table changes its headers, not its width", async () => {
    const { append, update } = await startWithPage();
    const rows = [{ table_row: { cells: [[], []] } }];
    const { body } = await append(PAGE, [{ table: { table_width: 2, children: rows } }]);
    const { body: after } = await update(body.results[0].id, { table: { has_row_header: true } });
    expect([after.has_children, after.table]).toEqual([
      true,
      { table_width: 2, has_column_header: false, has_row_header: true },
    ]);
  });

  test("out of the trash and changed at once, and the other way round", async () => {
    const { list, update } = await startWith("paragraph", { rich_text: [] });
    const trashed = await update(BLOCK, { in_trash: true, paragraph: { rich_text: text("Last words") } });
    expect(trashed.body).toMatchObject({
      in_trash: true,
      paragraph: { rich_text: [{ plain_text: "Last words" }] },
    });
    expect((await list(PAGE)).body.results).toEqual([]);
    const restored = await update(BLOCK, { in_trash: false, paragraph: { color: "green" } });
    expect(restored.body).toMatchObject({ in_trash: false, paragraph: { color: "green" } });
    expect((await list(PAGE)).body.results).toHaveLength(1);
  });

  test("the block and its page were changed, what is between them was not", async () => {
    const { append, list, get, update, clock } = await startWith("toggle", { rich_text: [] });
    await append(BLOCK, [paragraph("Inside")]);
    const inside = (await list(BLOCK)).body.results[0].id;
    clock.time = new Date(Date.parse(NOW) + 60_000);
    await update(inside, { paragraph: { rich_text: text("New") } });
    const times = await Promise.all(
      [inside, BLOCK, PAGE].map(async (id) => (await get(id)).body.last_edited_time),
    );
    expect(times).toEqual([
      "2026-11-20T12:35:00.000Z",
      "2026-11-20T12:34:00.000Z",
      "2026-11-20T12:35:00.000Z",
    ]);
  });

  test("an older version says `archived`", async () => {
    const { call } = await startWith("paragraph", { rich_text: [] });
    const old = { version: "2022-06-28" };
    const { body } = await call("PATCH", `/v1/blocks/${BLOCK}`, { archived: true }, old);
    expect([body.archived, body.in_trash]).toEqual([true, true]);
  });
});
