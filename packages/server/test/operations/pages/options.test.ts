import { describe, expect, test } from "vitest";
import { invalid, startWith } from "./workspace.ts";

describe("shape", () => {
  test("an option has its id, name and colour", async () => {
    const { write } = await startWith({ select: { options: [{ name: "New", color: "red" }] } });
    expect(await write({ select: { name: "New" } })).toEqual({
      type: "select",
      select: { id: expect.any(String), name: "New", color: "red" },
    });
  });
});

describe("validation", () => {
  // Reported: https://github.com/egordm/notionsci/issues/13
  test("new options have no commas", async () => {
    const { write } = await startWith({ select: {} });
    expect(await write({ select: { name: "a, b" } })).toEqual(
      invalid("Invalid select option, commas not allowed: a, b"),
    );
    const several = await startWith({ multi_select: {} });
    expect(await several.write({ multi_select: [{ name: "a" }, { name: "b,c" }] })).toEqual(
      invalid("Invalid multi_select option, commas not allowed: b,c"),
    );
  });

  // Reported: https://github.com/raycast/extensions/issues/8872
  test("an option id must exist, whatever name comes with it", async () => {
    const { write, call, source } = await startWith({ select: { options: [{ name: "A" }] } });
    const { body } = await call("GET", `/v1/data_sources/${source.id}`);
    const { id } = body.properties.Value;
    const expected = invalid(`${id} is an invalid select option "none".`);
    expect(await write({ select: { id: "none" } })).toEqual(expected);
    expect(await write({ select: { id: "none", name: "A" } })).toEqual(expected);
  });

  test("a status must exist", async () => {
    const status = await startWith({ status: {} });
    expect(await status.write({ status: { name: "Later" } })).toEqual(
      invalid('Invalid status option. Status option "Later" does not exist".'),
    );
  });
});

describe("behaviour", () => {
  test("an unknown name makes an option, which then is known by name, in any case, and by id", async () => {
    const { write, call, source } = await startWith({
      select: { options: [{ name: "Old", color: "blue" }] },
    });
    const made = await write({ select: { name: "New", color: "red" } });
    expect(made).toEqual({
      type: "select",
      select: { id: expect.any(String), name: "New", color: "red" },
    });
    const { body } = await call("GET", `/v1/data_sources/${source.id}`);
    expect(body.properties.Value.select.options).toEqual([
      { id: expect.any(String), name: "Old", color: "blue", description: null },
      { id: made.select.id, name: "New", color: "red", description: null },
    ]);
    expect(await write({ select: { name: "new", color: "green" } })).toEqual(made);
    expect(await write({ select: null })).toEqual({ type: "select", select: null });
    expect(await write({ select: { id: made.select.id } })).toEqual(made);
  });

  test("multi_select keeps the order of the request, each option once", async () => {
    const { write } = await startWith({ multi_select: { options: [{ name: "A" }, { name: "B" }] } });
    const names = (value: { multi_select: { name: string }[] }) => value.multi_select.map(({ name }) => name);
    const written = await write({
      multi_select: [{ name: "C" }, { name: "B" }, { name: "A" }, { name: "C" }],
    });
    expect(names(written)).toEqual(["C", "B", "A"]);
    expect(names(await write({ multi_select: [] }))).toEqual([]);
  });

  test("a status begins with the first option, and null goes back to it", async () => {
    const { read, write } = await startWith({ status: {} });
    const first = {
      type: "status",
      status: { id: expect.any(String), name: "Not started", color: "default" },
    };
    expect(await read()).toEqual(first);
    expect(await write({ status: { name: "Done" } })).toMatchObject({
      status: { name: "Done", color: "green" },
    });
    expect(await write({ status: null })).toEqual(first);
  });
});
