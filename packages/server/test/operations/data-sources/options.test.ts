import { describe, expect, test } from "vitest";
import { refusal, refused, startWithPages } from "./workspace.ts";

const TITLE = { Name: { title: {} } };

type Options = { id: string; name: string; color: string }[];
const names = (options: Options): string[] => options.map(({ name }) => name);

/** A data source with a select (S), a multi-select (M) and a status (T), each with options a, b and c. */
async function startWithOptions() {
  const fixture = await startWithPages();
  const options = [{ name: "a" }, { name: "b", color: "red", description: "Second" }, { name: "c" }];
  const { source } = await fixture.createDatabase({
    ...TITLE,
    S: { select: { options } },
    M: { multi_select: { options } },
    T: { status: { options } },
  });
  const { properties } = (await fixture.get(source)).body;
  const ids = (key: string): string[] =>
    properties[key][properties[key].type].options.map(({ id }: { id: string }) => id);
  return { ...fixture, source, properties, ids };
}

describe("shape", () => {
  test("an option without a colour gets the default one", async () => {
    const { properties, ids } = await startWithOptions();
    const [a, b, c] = ids("S");
    expect(properties.S.select).toEqual({
      options: [
        { id: a, name: "a", color: "default", description: null },
        { id: b, name: "b", color: "red", description: "Second" },
        { id: c, name: "c", color: "default", description: null },
      ],
    });
  });

  test("the usual status", async () => {
    const { createDatabase, get } = await startWithPages();
    const { source } = await createDatabase({ ...TITLE, T: { status: {} } });
    const { options, groups } = (await get(source)).body.properties.T.status;
    expect(options.map(({ name, color }: Options[number]) => [name, color])).toEqual([
      ["Not started", "default"],
      ["In progress", "blue"],
      ["Done", "green"],
    ]);
    expect(groups.map(({ id, ...group }: { id: string }) => group)).toEqual([
      { name: "To-do", color: "gray", option_ids: [options[0].id] },
      { name: "In progress", color: "blue", option_ids: [options[1].id] },
      { name: "Complete", color: "green", option_ids: [options[2].id] },
    ]);
  });

  test("status options without a group are to do, and groups may be empty", async () => {
    const { createDatabase, get } = await startWithPages();
    const options = [{ name: "Backlog" }, { name: "Shipped", group: "Complete" }];
    const { source } = await createDatabase({ ...TITLE, T: { status: { options } } });
    const { status } = (await get(source)).body.properties.T;
    expect(status.groups.map(({ option_ids }: { option_ids: string[] }) => option_ids)).toEqual([
      [status.options[0].id],
      [],
      [status.options[1].id],
    ]);
  });
});

describe("validation", () => {
  test.each([
    ["another colour by name", { name: "b", color: "blue" }, "Cannot update color of select with name: b."],
    ["an unknown id", { id: "nope" }, "nope is an invalid select option"],
  ])("%s", async (_case, option, message) => {
    const { change, source } = await startWithOptions();
    expect(refusal(await change(source, { S: { select: { options: [option] } } }))).toEqual(refused(message));
  });

  test("another colour by id", async () => {
    const { change, source, ids } = await startWithOptions();
    const options = [{ id: ids("T")[1], color: "blue" }];
    expect(refusal(await change(source, { T: { status: { options } } }))).toEqual(
      refused(`Cannot update color of select with id: ${ids("T")[1]}.`),
    );
  });

  test("a name twice, whatever its case", async () => {
    const { change, source } = await startWithOptions();
    const options = [{ name: "New" }, { name: "NEW" }];
    expect(refusal(await change(source, { S: { select: { options } } }))).toEqual(
      refused('Option names must be unique, instead "NEW" is there twice.'),
    );
  });
});

describe("behaviour", () => {
  test("what is listed stays, in its order, with new ones; what is not is gone", async () => {
    const { change, source, ids } = await startWithOptions();
    const [a, b] = ids("S");
    const options = [{ name: "new", color: "pink" }, { id: b, name: "second", color: "red" }, { name: "A" }];
    const { body } = await change(source, { S: { select: { options } } });
    expect(body.properties.S.select.options).toEqual([
      { id: expect.any(String), name: "new", color: "pink", description: null },
      { id: b, name: "second", color: "red", description: "Second" },
      { id: a, name: "a", color: "default", description: null },
    ]);
  });

  test("without a list all of them stay", async () => {
    const { change, source, properties } = await startWithOptions();
    const { body } = await change(source, { S: { select: {} }, T: { status: {} } });
    expect(body.properties).toEqual(properties);
  });

  test("values lose what is gone, and a status falls back to the first one", async () => {
    const { addRow, change, query, source, value } = await startWithOptions();
    const row = await addRow(source, {
      S: { select: { name: "a" } },
      M: { multi_select: [{ name: "a" }, { name: "b" }, { name: "c" }] },
      T: { status: { name: "b" } },
    });
    const kept = await addRow(source, { S: { select: { name: "b" } } });
    const list = [{ name: "b" }, { name: "c" }];
    await change(source, {
      S: { select: { options: list } },
      M: { multi_select: { options: list } },
      T: { status: { options: [{ name: "a" }, { name: "c" }] } },
    });
    expect(await value(row, "S")).toBeNull();
    expect(await value(row, "M")).toMatchObject([{ name: "b" }, { name: "c" }]);
    expect(await value(row, "T")).toMatchObject({ name: "a" });
    expect(await value(kept, "S")).toMatchObject({ name: "b" });
    expect(await query(source, { property: "S", select: { is_empty: true } })).toEqual([row]);
    expect(await query(source, { property: "T", status: { equals: "a" } })).toEqual([row, kept]);
  });

  test("a status option moves to another group, and leaves its own when it is gone", async () => {
    const { change, source, ids } = await startWithOptions();
    const [a, b] = ids("T");
    const options = [{ name: "a" }, { id: b, group: "Complete" }];
    const { groups } = (await change(source, { T: { status: { options } } })).body.properties.T.status;
    expect(groups.map(({ option_ids }: { option_ids: string[] }) => option_ids)).toEqual([[a], [], [b]]);
    const again = [{ name: "a" }, { name: "b" }, { name: "new" }];
    const { status } = (await change(source, { T: { status: { options: again } } })).body.properties.T;
    expect(names(status.options)).toEqual(["a", "b", "new"]);
    expect(status.groups.map(({ option_ids }: { option_ids: string[] }) => option_ids)).toEqual([
      [a, status.options[2].id],
      [],
      [b],
    ]);
  });

  test("groups that are sent back, and another name of a status option, change nothing", async () => {
    const { change, source, properties } = await startWithOptions();
    const { options, groups } = properties.T.status;
    const [first, ...others] = options;
    const moved = groups.map((group: { id: string }) => ({ ...group, name: "Mine", option_ids: [] }));
    const status = { options: [{ ...first, name: "Renamed" }, ...others], groups: moved };
    expect((await change(source, { T: { status } })).body.properties.T).toEqual(properties.T);
  });

  test("groups of a new status are those of all", async () => {
    const { createDatabase, get } = await startWithPages();
    const groups = [{ name: "Mine", color: "red", option_ids: ["a"] }];
    const { source } = await createDatabase({
      ...TITLE,
      T: { status: { options: [{ name: "a" }], groups } },
    });
    const { status } = (await get(source)).body.properties.T;
    expect(names(status.groups)).toEqual(["To-do", "In progress", "Complete"]);
    expect(status.groups[0].option_ids).toEqual([status.options[0].id]);
  });

  test("rows that are there have the first status of a new property", async () => {
    const { addRow, change, createDatabase, query, value } = await startWithPages();
    const { source } = await createDatabase();
    const row = await addRow(source);
    await change(source, { T: { status: {} } });
    expect(await value(row, "T")).toMatchObject({ name: "Not started" });
    expect(await query(source, { property: "T", status: { equals: "Not started" } })).toEqual([row]);
  });
});
