import { describe, expect, test } from "vitest";
import { refusal, SHARED, startWithPages, text } from "./workspace.ts";

const TITLE = { Name: { title: {} } };

/** Two data sources, Tasks with a relation to People that shows on both sides. */
async function startWithRelation(dual: object = {}) {
  const fixture = await startWithPages();
  const people = await fixture.createDatabase(TITLE, { title: text("People") });
  const tasks = await fixture.createDatabase({
    ...TITLE,
    Who: { relation: { data_source_id: people.source, dual_property: dual } },
  });
  const properties = async (source: string) => (await fixture.get(source)).body.properties;
  return { ...fixture, people, tasks, properties };
}

describe("shape", () => {
  test("a relation that shows on both sides", async () => {
    const { people, tasks, properties } = await startWithRelation();
    const { Who } = await properties(tasks.source);
    const other = "Related to Tasks (Who)";
    const mirror = (await properties(people.source))[other];
    expect(JSON.stringify(Who)).toBe(
      JSON.stringify({
        id: Who.id,
        name: "Who",
        description: null,
        type: "relation",
        relation: {
          database_id: people.id,
          data_source_id: people.source,
          type: "dual_property",
          dual_property: { synced_property_name: other, synced_property_id: mirror.id },
        },
      }),
    );
    expect(mirror.relation).toEqual({
      database_id: tasks.id,
      data_source_id: tasks.source,
      type: "dual_property",
      dual_property: { synced_property_name: "Who", synced_property_id: Who.id },
    });
  });

  test("a relation that shows on one side, also to its own data source", async () => {
    const { change, people, properties, tasks } = await startWithRelation({ synced_property_name: "Tasks" });
    expect(Object.keys(await properties(people.source)).toSorted()).toEqual(["Name", "Tasks"]);
    const relation = { data_source_id: tasks.source, single_property: {} };
    const { body } = await change(tasks.source, { Parent: { relation } });
    expect(body.properties.Parent.relation).toEqual({
      database_id: tasks.id,
      data_source_id: tasks.source,
      type: "single_property",
      single_property: {},
    });
  });

  test("a rollup, by names or by ids, which are not encoded", async () => {
    const { change, properties, tasks } = await startWithRelation();
    const { Who } = await properties(tasks.source);
    const names = { relation_property_name: "Who", rollup_property_name: "Name" };
    const ids = { relation_property_id: Who.id, rollup_property_id: "title" };
    const { body } = await change(tasks.source, {
      First: { rollup: { function: "count", ...names } },
      Second: { rollup: { function: "show_original", ...ids } },
    });
    const both = { ...ids, relation_property_id: decodeURIComponent(Who.id), ...names };
    expect(body.properties.First.rollup).toEqual({ function: "count", ...both });
    expect(body.properties.Second.rollup).toEqual({ function: "show_original", ...both });
    expect(Object.keys(body.properties.First.rollup)).toEqual([
      "rollup_property_name",
      "relation_property_name",
      "rollup_property_id",
      "relation_property_id",
      "function",
    ]);
  });
});

describe("validation", () => {
  test("a target that is not there, and nothing is left on the other side", async () => {
    const { change, people, properties, tasks } = await startWithRelation();
    const before = await properties(people.source);
    const data_source_id = "20000000-0000-4000-8000-0000000000ff";
    const answer = await change(tasks.source, {
      One: { relation: { data_source_id: people.source, dual_property: {} } },
      Two: { relation: { data_source_id, dual_property: {} } },
    });
    expect(refusal(answer)).toEqual({
      status: 404,
      code: "object_not_found",
      message: `Could not find data_source with ID: ${data_source_id}. Make sure the relevant pages and databases are shared with your integration "Local development".`,
    });
    expect(await properties(people.source)).toEqual(before);
  });
});

describe("behaviour", () => {
  test("both sides follow when one is renamed", async () => {
    const { change, people, properties, tasks } = await startWithRelation();
    const { Who } = await properties(tasks.source);
    await change(people.source, { "Related to Tasks (Who)": { name: "Tasks" } });
    const renamed = (await change(tasks.source, { [Who.id]: { name: "Assignee" } })).body.properties;
    expect(renamed.Assignee.relation.dual_property.synced_property_name).toBe("Tasks");
    const { Tasks } = await properties(people.source);
    expect(Tasks.relation.dual_property.synced_property_name).toBe("Assignee");
  });

  test("both sides go when one is removed", async () => {
    const { change, people, properties, tasks } = await startWithRelation();
    await change(people.source, { "Related to Tasks (Who)": null });
    expect(Object.keys(await properties(tasks.source))).toEqual(["Name"]);
  });

  test("from one side to both, the other side gets the values that are there", async () => {
    const { addRow, change, people, tasks, value } = await startWithRelation();
    const single = { data_source_id: people.source, single_property: {} };
    const { Who } = (await change(tasks.source, { Who: { relation: single } })).body.properties;
    expect(Who.relation.type).toBe("single_property");
    await change(people.source, { "Related to Tasks (Who)": null });
    const person = await addRow(people.source);
    const related = { Who: { relation: [{ id: person }] } };
    const [one, two] = [await addRow(tasks.source, related), await addRow(tasks.source, related)];
    const dual = { data_source_id: people.source, dual_property: { synced_property_name: "Tasks" } };
    await change(tasks.source, { Who: { relation: dual } });
    expect(await value(person, "Tasks")).toEqual([{ id: one }, { id: two }]);
    expect(await value(one, "Who")).toEqual([{ id: person }]);
  });

  test("from both sides to one, the other side is on its own, with what it leads to", async () => {
    const { addRow, change, people, properties, tasks, value } = await startWithRelation({
      synced_property_name: "Tasks",
    });
    const person = await addRow(people.source);
    const task = await addRow(tasks.source, { Who: { relation: [{ id: person }] } });
    const single = { data_source_id: people.source, single_property: {} };
    await change(tasks.source, { Who: { relation: single } });
    expect((await properties(people.source)).Tasks.relation).toMatchObject({
      data_source_id: tasks.source,
      type: "single_property",
    });
    const other = await addRow(tasks.source, { Who: { relation: [{ id: person }] } });
    expect(await value(person, "Tasks")).toEqual([{ id: task }]);
    await change(people.source, { Tasks: null });
    expect(await value(task, "Who")).toEqual([{ id: person }]);
    expect(await value(other, "Who")).toEqual([{ id: person }]);
  });

  test("a relation that becomes the other side keeps its values, and gets those of the new one", async () => {
    const { addRow, change, people, properties, tasks, value } = await startWithRelation({
      synced_property_name: "Tasks",
    });
    const single = { data_source_id: people.source, single_property: {} };
    await change(tasks.source, { Helper: { relation: single } });
    const [ann, bob] = [await addRow(people.source), await addRow(people.source)];
    const task = await addRow(tasks.source, {
      Who: { relation: [{ id: ann }] },
      Helper: { relation: [{ id: bob }] },
    });
    const synced_property_id = (await properties(people.source)).Tasks.id;
    await change(tasks.source, {
      Helper: { relation: { data_source_id: people.source, dual_property: { synced_property_id } } },
    });
    expect(await value(task, "Helper")).toEqual([{ id: bob }, { id: ann }]);
    expect(await value(ann, "Tasks")).toEqual([{ id: task }]);
    expect(await value(bob, "Tasks")).toEqual([{ id: task }]);
    // What it was the other side of until now is on its own.
    expect((await properties(tasks.source)).Who.relation.type).toBe("single_property");
    expect(await value(task, "Who")).toEqual([{ id: ann }]);
  });

  test("another target forgets the values and the other side", async () => {
    const { addRow, change, createDatabase, people, properties, tasks, value } = await startWithRelation();
    const { Who } = await properties(tasks.source);
    const related = { Who: { relation: [{ id: await addRow(people.source) }] } };
    const task = await addRow(tasks.source, related);
    const teams = await createDatabase(TITLE, { title: text("Teams") });
    const relation = { data_source_id: teams.source, dual_property: {} };
    const { body } = await change(tasks.source, { Who: { relation } });
    expect(body.properties.Who).toMatchObject({ id: Who.id, relation: { database_id: teams.id } });
    expect(Object.keys(await properties(people.source))).toEqual(["Name"]);
    expect(Object.keys(await properties(teams.source))).toContain("Related to Tasks (Who)");
    expect(await value(task, "Who")).toEqual([]);
  });

  test("turned into something else, the other side goes", async () => {
    const { change, people, properties, tasks } = await startWithRelation();
    const { body } = await change(tasks.source, { Who: { rich_text: {} } });
    expect(body.properties.Who).toMatchObject({ type: "rich_text", rich_text: {} });
    expect(Object.keys(await properties(people.source))).toEqual(["Name"]);
  });

  test("to its own data source on both sides, and a name that is taken gets a number", async () => {
    const { change, properties, tasks } = await startWithRelation();
    const relation = { data_source_id: tasks.source, dual_property: { synced_property_name: "Name" } };
    const { body } = await change(tasks.source, { Parent: { relation } });
    expect(Object.keys(body.properties).toSorted()).toEqual(["Name", "Name 1", "Parent", "Who"]);
    expect(body.properties["Name 1"].relation.dual_property.synced_property_name).toBe("Parent");
    await change(tasks.source, { Parent: null });
    expect(Object.keys(await properties(tasks.source)).toSorted()).toEqual(["Name", "Who"]);
  });

  test("a relation and a rollup over it in one request, whatever their order", async () => {
    const { createDatabase, people, get } = await startWithRelation();
    const rollup = { function: "count", relation_property_name: "Owner", rollup_property_name: "Name" };
    const { source } = await createDatabase({
      Count: { rollup },
      Owner: { relation: { data_source_id: people.source, single_property: {} } },
      ...TITLE,
    });
    expect((await get(source)).body.properties.Count.rollup).toMatchObject(rollup);
  });

  test("a rollup stays when its relation is gone, and refers to nothing", async () => {
    const { change, tasks } = await startWithRelation();
    const rollup = { function: "count", relation_property_name: "Who", rollup_property_name: "Name" };
    await change(tasks.source, { Count: { rollup } });
    const { body } = await change(tasks.source, { Who: null });
    expect(body.properties.Count.rollup).toMatchObject({
      relation_property_name: "",
      rollup_property_name: "",
      rollup_property_id: "title",
    });
  });

  test("what leads to something unseen is left out, with the rollups over it", async () => {
    const { call, createDatabase, people, properties } = await startWithRelation();
    const rollup = { function: "count", relation_property_name: "Owner", rollup_property_name: "Name" };
    const seen = await createDatabase(
      {
        ...TITLE,
        Owner: {
          relation: { data_source_id: people.source, dual_property: { synced_property_name: "Owned" } },
        },
        Count: { rollup },
      },
      { parent: { type: "page_id", page_id: SHARED } },
    );
    const path = `/v1/data_sources/${seen.source}`;
    const { body } = await call("GET", path, undefined, { token: "ntn_narrow" });
    expect(Object.keys(body.properties)).toEqual(["Name"]);
    // It is kept in step nevertheless.
    await call("PATCH", path, { properties: { Owner: null } }, { token: "ntn_narrow" });
    expect(Object.keys(await properties(people.source)).toSorted()).toEqual([
      "Name",
      "Related to Tasks (Who)",
    ]);
  });
});
