import { describe, expect, test } from "vitest";
import { BOT, run, startWithPages, text } from "./workspace.ts";

const TITLE = { Name: { title: {} } };

const words = (content: string) => [run(content)];
const date = (start: string, end: string | null = null) => ({ start, end, time_zone: null });
const file = (url: string) => ({ type: "external", name: url, external: { url } });
const person = expect.objectContaining({ object: "user", id: BOT });

describe("behaviour", () => {
  test.each<[string, unknown, string, unknown]>([
    ["rich_text", text("12"), "number", 12],
    ["rich_text", text("1,234.5"), "number", 1234.5],
    ["rich_text", text("twelve"), "number", null],
    ["number", 0.5, "rich_text", words("0.5")],
    ["number", null, "rich_text", []],
    ["rich_text", text("2026-01-02"), "date", date("2026-01-02")],
    ["rich_text", text("tomorrow"), "date", null],
    ["date", date("2026-01-02", "2026-01-03"), "rich_text", words("2026-01-02 → 2026-01-03")],
    ["rich_text", text("2026-01-02 → 2026-01-03"), "date", date("2026-01-02", "2026-01-03")],
    ["rich_text", text("yes"), "checkbox", true],
    ["rich_text", text("maybe"), "checkbox", false],
    ["checkbox", true, "rich_text", words("Yes")],
    ["url", "https://example.com", "rich_text", words("https://example.com")],
    ["rich_text", text("a@example.com"), "email", "a@example.com"],
    ["phone_number", "+1 2", "url", "+1 2"],
    ["people", [{ id: BOT }], "rich_text", words(BOT)],
    ["rich_text", text(`${BOT}, Ada`), "people", [person]],
    ["people", [{ id: BOT }], "files", []],
    [
      "rich_text",
      text("https://example.com/a.pdf, https://example.com/b.pdf"),
      "files",
      [file("https://example.com/a.pdf"), file("https://example.com/b.pdf")],
    ],
    ["rich_text", text("12"), "created_time", "2026-11-20T12:34:00.000Z"],
  ])("%s %j as %s", async (from, request, to, expected) => {
    const { addRow, change, createDatabase, value } = await startWithPages();
    const { source } = await createDatabase({ ...TITLE, Value: { [from]: {} } });
    const row = await addRow(source, { Value: { [from]: request } });
    const { body } = await change(source, { Value: { [to]: {} } });
    expect(body.properties.Value).toMatchObject({ type: to });
    expect(await value(row, "Value")).toEqual(expected);
  });

  test("a property keeps its id, and other values stay", async () => {
    const { addRow, change, createDatabase, get, value } = await startWithPages();
    const { source } = await createDatabase({ ...TITLE, Value: { rich_text: {} }, Other: { rich_text: {} } });
    const { Value } = (await get(source)).body.properties;
    const row = await addRow(source, { Value: { rich_text: text("1") }, Other: { rich_text: text("2") } });
    const { body } = await change(source, { Value: { name: "Number", number: { format: "percent" } } });
    const { rich_text, ...same } = Value;
    const number = { ...same, name: "Number", type: "number", number: { format: "percent" } };
    expect(body.properties.Number).toEqual(number);
    expect(await value(row, "Other")).toEqual(words("2"));
  });

  test("a select keeps its options as a multi-select and as a status, and so do values", async () => {
    const { addRow, change, createDatabase, get, value } = await startWithPages();
    const options = [{ name: "a", color: "red" }, { name: "b" }];
    const { source } = await createDatabase({ ...TITLE, Value: { select: { options } } });
    const { select } = (await get(source)).body.properties.Value;
    const row = await addRow(source, { Value: { select: { name: "b" } } });
    const b = { id: select.options[1].id, name: "b", color: "default" };
    const multi = await change(source, { Value: { multi_select: {} } });
    expect(multi.body.properties.Value.multi_select).toEqual(select);
    expect(await value(row, "Value")).toEqual([b]);
    const status = await change(source, { Value: { status: {} } });
    expect(status.body.properties.Value.status.options).toEqual(select.options);
    expect(status.body.properties.Value.status.groups[0].option_ids).toHaveLength(2);
    expect(await value(row, "Value")).toEqual(b);
    await change(source, { Value: { rich_text: {} } });
    expect(await value(row, "Value")).toEqual(words("b"));
  });

  test("text becomes options that do not exist yet, in the order of the rows", async () => {
    const { addRow, change, createDatabase, get, value } = await startWithPages();
    const { source } = await createDatabase({ ...TITLE, Value: { rich_text: {} } });
    const first = await addRow(source, { Value: { rich_text: text("red, green") } });
    const second = await addRow(source, { Value: { rich_text: text("Green") } });
    const options = [{ name: "blue", color: "blue" }];
    await change(source, { Value: { multi_select: { options } } });
    const { multi_select } = (await get(source)).body.properties.Value;
    const names = multi_select.options.map(({ name }: { name: string }) => name);
    expect(names).toEqual(["blue", "red", "green"]);
    expect(await value(first, "Value")).toMatchObject([{ name: "red" }, { name: "green" }]);
    expect(await value(second, "Value")).toMatchObject([{ name: "green" }]);
  });

  test("rows are found by what their values are now", async () => {
    const { addRow, change, createDatabase, query } = await startWithPages();
    const { source } = await createDatabase({ ...TITLE, Value: { rich_text: {} }, Other: { rich_text: {} } });
    const [one, ten] = [
      await addRow(source, { Value: { rich_text: text("1") } }),
      await addRow(source, { Value: { rich_text: text("10") }, Other: { rich_text: text("x") } }),
    ];
    await change(source, { Value: { number: {} }, Other: null });
    const more = { property: "Value", number: { greater_than: 9 } };
    expect(await query(source, more)).toEqual([ten]);
    // The column that the removed property had is another one's now.
    await change(source, { Other: { rich_text: {} }, Third: { rich_text: {} } });
    expect(await query(source, { property: "Other", rich_text: { is_empty: true } })).toEqual([one, ten]);
    expect(await query(source, { property: "Third", rich_text: { is_empty: true } })).toEqual([one, ten]);
  });

  test("of several options a select keeps the first", async () => {
    const { addRow, change, createDatabase, value } = await startWithPages();
    const options = [{ name: "a" }, { name: "b" }];
    const { source } = await createDatabase({ ...TITLE, Value: { multi_select: { options } } });
    const row = await addRow(source, { Value: { multi_select: [{ name: "a" }, { name: "b" }] } });
    await change(source, { Value: { select: {} } });
    expect(await value(row, "Value")).toMatchObject({ name: "a" });
  });

  test("thousands of rows, in the trash as well", async () => {
    const { addRow, change, createDatabase, database, value } = await startWithPages();
    const { source } = await createDatabase({ ...TITLE, Value: { rich_text: {} } });
    const row = await addRow(source, { Value: { rich_text: text("7") } });
    const copy = (index: number) => `20000000-0000-4000-8000-00000001${String(index).padStart(4, "0")}`;
    await database.write("*", async (db) => {
      const first = await db.selectFrom("nodes").selectAll().where("id", "=", row).executeTakeFirstOrThrow();
      const { seq, ...node } = first;
      const copies = Array.from({ length: 1200 }, (_, index) => ({
        ...node,
        id: copy(index),
        in_trash: 1 as const,
      }));
      await db.insertInto("nodes").values(copies).execute();
    });
    await change(source, { Value: { number: {} } });
    for (const id of [row, ...[0, 499, 500, 1199].map(copy)]) expect(await value(id, "Value")).toBe(7);
  });
});
