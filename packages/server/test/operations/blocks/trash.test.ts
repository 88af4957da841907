import { describe, expect, test } from "vitest";
import { NOW } from "../../fixture.ts";
import { BOT, invalid, PAGE, paragraph, refusal, startWithPage, texts } from "./workspace.ts";

const ARCHIVED = "Can't edit block that is archived. You must unarchive the block before editing.";
const TOGGLE = "20000000-0000-4000-8000-000000000001";
const INNER = "20000000-0000-4000-8000-000000000002";
const DATABASE = "20000000-0000-4000-8000-0000000000db";
const content = [
  { id: TOGGLE, toggle: { rich_text: "Toggle", children: [{ id: INNER, paragraph: "Inner" }] } },
  { object: "database" as const, id: DATABASE, title: "Beans" },
];

describe("shape", () => {
  test("the block as it is now", async () => {
    const { remove, clock } = await startWithPage(content);
    clock.time = new Date(Date.parse(NOW) + 60_000);
    const { status, body } = await remove(TOGGLE);
    expect(status).toBe(200);
    expect(body).toMatchObject({
      object: "block",
      id: TOGGLE,
      type: "toggle",
      has_children: true,
      in_trash: true,
      last_edited_time: "2026-11-20T12:35:00.000Z",
      last_edited_by: { object: "user", id: BOT },
    });
  });

  test("a page and a database as blocks", async () => {
    const { remove } = await startWithPage(content);
    expect((await remove(DATABASE)).body).toMatchObject({
      type: "child_database",
      child_database: { title: "Beans" },
      has_children: false,
      in_trash: true,
    });
    expect((await remove(PAGE)).body).toMatchObject({
      type: "child_page",
      child_page: { title: "Page" },
      has_children: true,
      in_trash: true,
    });
  });
});

describe("validation", () => {
  // In the error tables of several public programs of 2026
  test("what is at the top of the workspace stays where it is", async () => {
    const top = "20000000-0000-4000-8000-0000000000a1";
    const trashed = "20000000-0000-4000-8000-0000000000a2";
    const others = [
      { object: "page" as const, id: top, title: "Top" },
      { object: "page" as const, id: trashed, title: "Trashed", in_trash: true },
    ];
    const { call, remove } = await startWithPage([], others);
    const archiving = invalid("Archiving workspace level pages via API not supported.");
    const change = async (path: string, in_trash: boolean) =>
      refusal(await call("PATCH", path, { in_trash }));
    expect(refusal(await remove(top))).toEqual(archiving);
    expect(await change(`/v1/pages/${top}`, true)).toEqual(archiving);
    const { body } = await call("POST", "/v1/databases", { parent: { type: "workspace", workspace: true } });
    expect(await change(`/v1/databases/${body.id}`, true)).toEqual(archiving);
    expect(await change(`/v1/pages/${trashed}`, false)).toEqual(
      invalid("Unarchiving workspace level pages not supported by the API."),
    );
  });

  test("nothing goes into the trash twice", async () => {
    const { remove } = await startWithPage(content);
    await remove(TOGGLE);
    expect(refusal(await remove(TOGGLE))).toEqual(invalid(ARCHIVED));
  });
});

describe("behaviour", () => {
  test("what is below follows, out and back", async () => {
    const { get, remove, update } = await startWithPage(content);
    const inTrash = async (id: string) => (await get(id)).body.in_trash;
    await remove(PAGE);
    expect(await Promise.all([TOGGLE, INNER, DATABASE].map(inTrash))).toEqual([true, true, true]);
    await update(PAGE, { in_trash: false });
    expect(await Promise.all([TOGGLE, INNER, DATABASE].map(inTrash))).toEqual([false, false, false]);
  });

  test("what was in the trash itself stays there when what is above comes back", async () => {
    const { get, remove, update } = await startWithPage(content);
    await remove(INNER);
    await remove(TOGGLE);
    await update(TOGGLE, { in_trash: false });
    expect((await get(INNER)).body.in_trash).toBe(true);
    expect((await get(TOGGLE)).body.has_children).toBe(false);
  });

  test("it comes back to its place", async () => {
    const { append, list, remove, update } = await startWithPage([paragraph("a"), ...content]);
    await remove(TOGGLE);
    await append(PAGE, [paragraph("z")]);
    expect(texts(await list(PAGE))).toEqual(["a", "child_database", "z"]);
    await update(TOGGLE, { in_trash: false });
    expect(texts(await list(PAGE))).toEqual(["a", "Toggle", "child_database", "z"]);
  });

  test("has_children follows", async () => {
    const { append, get, remove, update } = await startWithPage(content);
    const hasChildren = async () => (await get(TOGGLE)).body.has_children;
    expect(await hasChildren()).toBe(true);
    await remove(INNER);
    expect(await hasChildren()).toBe(false);
    await append(TOGGLE, [paragraph("New")]);
    expect(await hasChildren()).toBe(true);
    await update(INNER, { in_trash: false });
    // Said once more, it changes nothing: the child is not counted twice.
    await update(INNER, { in_trash: false });
    for (const id of [INNER, (await append(TOGGLE, [paragraph("b")])).body.results[0].id]) await remove(id);
    expect(await hasChildren()).toBe(true);
  });

  test("the page above was changed then, the pages above it were not", async () => {
    const inner = "20000000-0000-4000-8000-000000000003";
    const { get, remove, clock } = await startWithPage([
      { object: "page", id: inner, title: "Inner", children: content },
    ]);
    clock.time = new Date(Date.parse(NOW) + 60_000);
    await remove(TOGGLE);
    const times = await Promise.all([inner, PAGE].map(async (id) => (await get(id)).body.last_edited_time));
    expect(times).toEqual(["2026-11-20T12:35:00.000Z", "2026-11-20T12:34:00.000Z"]);
  });

  test("a page does not note that a database of it went", async () => {
    const { get, remove, clock } = await startWithPage(content);
    clock.time = new Date(Date.parse(NOW) + 60_000);
    expect((await remove(DATABASE)).body.last_edited_time).toBe("2026-11-20T12:35:00.000Z");
    expect((await get(PAGE)).body.last_edited_time).toBe("2026-11-20T12:34:00.000Z");
  });

  test("a row leaves its data source as a block, and comes back", async () => {
    const source = "20000000-0000-4000-8000-0000000000d5";
    const row = "20000000-0000-4000-8000-000000000004";
    const rows = [{ id: row, title: "Guji" }, { title: "Yirgacheffe" }];
    const { call, remove, update } = await startWithPage([
      { object: "database", id: DATABASE, title: "Beans", data_sources: [{ id: source, rows }] },
    ]);
    const count = async () =>
      (await call("POST", `/v1/data_sources/${source}/query`, {})).body.results.length;
    expect(await count()).toBe(2);
    expect((await remove(row)).body).toMatchObject({ type: "child_page", in_trash: true });
    expect(await count()).toBe(1);
    await update(row, { in_trash: false });
    expect(await count()).toBe(2);
  });
});
