import { describe, expect, test } from "vitest";
import { refusal, refused, startWithPages, WORKSPACE } from "./workspace.ts";

const TITLE = { Name: { title: {} } };

describe("shape", () => {
  test("every type that can be made", async () => {
    const { createDatabase, get } = await startWithPages();
    const plain = [
      "rich_text date people files checkbox url email phone_number place",
      "created_time created_by last_edited_time last_edited_by location last_visited_time",
    ].flatMap((types) => types.split(" "));
    const { source } = await createDatabase({
      ...TITLE,
      ...Object.fromEntries(plain.map((type) => [type, { [type]: {} }])),
      number: { number: { format: "dollar" } },
      unique_id: { unique_id: { prefix: "LOT" } },
      button: { button: {} },
    });
    const { properties } = (await get(source)).body;
    expect(Object.keys(properties).toSorted()).toEqual([...plain, "Name", "number", "unique_id"].toSorted());
    for (const type of plain) {
      expect(properties[type]).toEqual({
        id: properties[type].id,
        name: type,
        description: null,
        type,
        [type]: {},
      });
    }
    expect(properties.number.number).toEqual({ format: "dollar" });
    expect(properties.unique_id.unique_id).toEqual({ prefix: "LOT" });
  });

  test("properties come in the order of their ids, shorter ones first, encoded for URLs", async () => {
    const { createDatabase, database, get } = await startWithPages();
    const { source } = await createDatabase(TITLE);
    const property = (id: string) => ({ id, name: id, description: null, type: "checkbox", config: {} });
    const properties = [
      { id: "title", name: "Name", description: null, type: "title", config: {} },
      ...["verification", "z|e@", "~pTC", ":?vz", "\\sUl", "DD;}"].map(property),
    ];
    await database.write("*", async (db) => {
      const document = JSON.stringify({ title: [], description: [], icon: null, properties, slots: {} });
      await db.updateTable("nodes").set({ document }).where("id", "=", source).execute();
    });
    const answered = Object.values<{ id: string }>((await get(source)).body.properties);
    expect(answered.map(({ id }) => id)).toEqual([
      "%3A%3Fvz",
      "DD%3B%7D",
      "%5CsUl",
      "z%7Ce%40",
      "~pTC",
      "title",
      "verification",
    ]);
  });
});

describe("validation", () => {
  test.each([
    ["no title", { Done: { checkbox: {} } }, "Title is not provided"],
    ["two titles", { ...TITLE, Other: { title: {} } }, "Cannot create new title property."],
    ["a verification", { ...TITLE, V: { verification: {} } }, "V is not a valid property schema."],
    [
      "a rollup without its relation",
      {
        ...TITLE,
        R: { rollup: { function: "count", relation_property_name: "Rel", rollup_property_name: "X" } },
      },
      "Rel is not a property that exists.",
    ],
    [
      "a rollup over what is no relation",
      {
        ...TITLE,
        R: { rollup: { function: "count", relation_property_name: "Name", rollup_property_name: "X" } },
      },
      "R is not a valid property schema.",
    ],
  ])("made with %s", async (_case, properties, message) => {
    const { call, createDatabase } = await startWithPages();
    const { id } = await createDatabase();
    const answer = await call("POST", "/v1/data_sources", { parent: { database_id: id }, properties });
    expect(refusal(answer)).toEqual(refused(message));
  });

  test.each([
    ["removing the title", { Name: null }, "Cannot delete title property."],
    ["removing the title by id", { title: null }, "Cannot delete title property."],
    ["another type for the title", { Name: { number: {} } }, "Name is not a valid property schema."],
    ["a second title", { Other: { title: {} } }, "Cannot create new title property."],
    ["turning something into the title", { Done: { title: {} } }, "Cannot create new title property."],
    ["removing nothing", { Nothing: null }, "Nothing is not a property that exists."],
    ["renaming nothing", { Nothing: { name: "Something" } }, "Nothing is not a property that exists."],
    ["a name that is taken", { Done: { name: "Name" } }, "A property named Name already exists."],
    [
      "naming one by id and by name",
      { Done: null, ppp4: { name: "X" } },
      "ppp4 is not a property that exists.",
    ],
  ])("changed by %s", async (_case, properties, message) => {
    const { change, createDatabase, get } = await startWithPages();
    const { source } = await createDatabase({ ...TITLE, Done: { checkbox: {} } });
    const before = (await get(source)).body;
    expect(refusal(await change(source, properties))).toEqual(refused(message));
    const { request_id, ...after } = (await get(source)).body;
    expect(before).toMatchObject(after);
  });

  test("a prefix that is taken", async () => {
    const { change, createDatabase } = await startWithPages();
    const ID = { unique_id: { prefix: "LOT" } };
    const { source } = await createDatabase({ ...TITLE, ID });
    const other = await createDatabase({ ...TITLE, Lot: { rich_text: {} } });
    expect(refusal(await change(other.source, { ID }))).toEqual(
      refused("The prefix LOT is already in use in this workspace."),
    );
    expect((await change(source, { ID })).status).toBe(200);
    expect((await change(other.source, { ID: { unique_id: { prefix: "LO" } } })).status).toBe(200);
  });

  test("a schema that is too large says which property is", async () => {
    const { change, createDatabase, get } = await startWithPages();
    const options = (prefix: string) => ({
      select: {
        options: Array.from({ length: 100 }, (_, index) => ({ name: prefix + "x".repeat(90) + index })),
      },
    });
    const { source } = await createDatabase({ ...TITLE, A: options("a"), B: options("b") });
    const { status, body } = await change(source, { C: options("c") });
    expect([status, body.code]).toEqual([400, "validation_error"]);
    expect(body.message).toMatch(
      /^Your database schema has exceeded the maximum size: \d{5} bytes of 51200\. Its largest property is "[ABC]" \(ID: \S+, \d{5} bytes\)\.$/,
    );
    expect(Object.keys((await get(source)).body.properties)).toHaveLength(3);
  });
});

describe("behaviour", () => {
  test("properties can be sent back as they were read", async () => {
    const { createDatabase, get, call } = await startWithPages();
    const { source } = await createDatabase({
      ...TITLE,
      Count: { number: { format: "euro" } },
      Stage: { select: { options: [{ name: "Open", color: "red" }] } },
      Notes: { rich_text: {}, description: "What else" },
    });
    const { properties, id } = (await get(source)).body;
    const body = { object: "data_source", id, properties };
    const { status, body: answer } = await call("PATCH", `/v1/data_sources/${source}`, body);
    expect({ status, properties: answer.properties }).toEqual({ status: 200, properties });
  });

  test("a new property may have an empty id and say its name again", async () => {
    const { createDatabase, get } = await startWithPages();
    const { source } = await createDatabase({
      Name: { id: "title", name: "Name", type: "title", title: {} },
      Done: { id: "", name: "Done", type: "checkbox", checkbox: {} },
    });
    expect(Object.keys((await get(source)).body.properties).toSorted()).toEqual(["Done", "Name"]);
  });

  test("add, rename, describe, set up and remove, by name and by id", async () => {
    const { change, createDatabase, get } = await startWithPages();
    const { source } = await createDatabase({ ...TITLE, Cost: { number: {} }, Old: { checkbox: {} } });
    const { Cost } = (await get(source)).body.properties;
    const { body } = await change(source, {
      [Cost.id]: { name: "Price", number: { format: "euro" }, description: "Per piece" },
      Old: null,
      Name: { name: "Item" },
      Due: { date: {} },
    });
    expect(body.properties).toEqual({
      Price: { ...Cost, name: "Price", description: "Per piece", number: { format: "euro" } },
      Due: { id: body.properties.Due.id, name: "Due", description: null, type: "date", date: {} },
      Item: { id: "title", name: "Item", description: null, type: "title", title: {} },
    });
    const { body: cleared } = await change(source, { Price: { number: {}, description: null } });
    expect(cleared.properties.Price).toEqual({ ...Cost, name: "Price", number: { format: "euro" } });
  });

  test("two properties can swap their names", async () => {
    const { change, createDatabase, get } = await startWithPages();
    const { source } = await createDatabase({ ...TITLE, A: { date: {} }, B: { url: {} } });
    const before = (await get(source)).body.properties;
    const { properties } = (await change(source, { A: { name: "B" }, B: { name: "A" } })).body;
    expect([properties.A.id, properties.B.id]).toEqual([before.B.id, before.A.id]);
  });

  test("removed and made again, a property is another one", async () => {
    const { change, createDatabase, get } = await startWithPages();
    const { source } = await createDatabase({ ...TITLE, Due: { date: {} } });
    const { Due } = (await get(source)).body.properties;
    await change(source, { Due: null });
    const { properties } = (await change(source, { Due: { date: {} } })).body;
    expect(properties.Due.id).not.toBe(Due.id);
  });

  test("formulas refer to properties by id, whatever stands in their texts", async () => {
    const { change, createDatabase, get } = await startWithPages();
    const expression = 'prop("Cost") * 2 + length("prop(\\"Cost\\")") + prop( "Name" )';
    const { source } = await createDatabase({
      ...TITLE,
      Double: { formula: { expression } },
      Cost: { number: {} },
    });
    const { Cost, Double } = (await get(source)).body.properties;
    const reference = (id: string) => `{{notion:block_property:${id}:${source}:${WORKSPACE}}}`;
    const stored = `((${reference(Cost.id)} * 2) + length("prop(\\"Cost\\")")) + ${reference("title")}`;
    expect(Double.formula.expression).toBe(stored);
    const { body } = await change(source, { Cost: { name: "Price" } });
    expect(body.properties.Double.formula.expression).toBe(stored);
  });

  test("changes that come at once all stay", async () => {
    const { change, createDatabase, get } = await startWithPages();
    const { source } = await createDatabase();
    const names = Array.from({ length: 12 }, (_, index) => `P${index}`);
    await Promise.all(names.map((name) => change(source, { [name]: { number: {} } })));
    expect(Object.keys((await get(source)).body.properties).toSorted()).toEqual(
      ["Name", ...names].toSorted(),
    );
  });

  test("existing rows get a number each, the oldest the first, and new ones go on from there", async () => {
    const { addRow, change, createDatabase, value } = await startWithPages();
    const { source } = await createDatabase();
    const rows = [await addRow(source), await addRow(source)];
    await change(source, { ID: { unique_id: { prefix: "LOT" } } });
    rows.push(await addRow(source));
    expect(await Promise.all(rows.map((row) => value(row, "ID")))).toEqual([
      { prefix: "LOT", number: 1 },
      { prefix: "LOT", number: 2 },
      { prefix: "LOT", number: 3 },
    ]);
  });
});
