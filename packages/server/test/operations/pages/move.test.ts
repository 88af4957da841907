import { describe, expect, test } from "vitest";
import {
  ADA,
  invalid,
  NOBODY,
  notFound,
  PAGE,
  refusal,
  startWithPage,
  text,
  textAnswer,
} from "./workspace.ts";

describe("shape", () => {
  test("the answer is the page in its new place", async () => {
    const { create, move } = await startWithPage();
    const { body: one } = await create({ parent: { page_id: PAGE } });
    const { body: other } = await create({ parent: { page_id: PAGE } });
    const { status, body } = await move(other.id, { page_id: one.id });
    expect(status).toBe(200);
    expect(body).toMatchObject({ id: other.id, parent: { type: "page_id", page_id: one.id } });
  });
});

describe("validation", () => {
  test("a page cannot come to lie within itself", async () => {
    const { create, move } = await startWithPage();
    const { body: below } = await create({ parent: { page_id: PAGE } });
    const refused = invalid("A page cannot be moved into itself or into a page below it.");
    expect(refusal(await move(PAGE, { page_id: below.id }))).toEqual(refused);
    expect(refusal(await move(PAGE, { page_id: PAGE }))).toEqual(refused);
  });

  test("only pages move, and only to what is there", async () => {
    const { move, addSource } = await startWithPage();
    const { databaseId } = await addSource({});
    expect(refusal(await move(databaseId, { page_id: PAGE }))).toEqual(notFound("page", databaseId));
    expect(refusal(await move(PAGE, { page_id: NOBODY }))).toEqual(notFound("page", NOBODY));
    expect(refusal(await move(PAGE, { data_source_id: NOBODY }))).toEqual(notFound("data_source", NOBODY));
  });

  test("nothing moves into the trash or out of it", async () => {
    const { create, move, update } = await startWithPage();
    const { body: bin } = await create({ parent: { page_id: PAGE } });
    const { body: page } = await create({ parent: { page_id: PAGE } });
    await update(bin.id, { in_trash: true });
    const archived = invalid(
      "Can't edit block that is archived. You must unarchive the block before editing.",
    );
    expect(refusal(await move(page.id, { page_id: bin.id }))).toEqual(archived);
    expect(refusal(await move(bin.id, { page_id: page.id }))).toEqual(archived);
  });
});

describe("behaviour", () => {
  test("who edited the page last, and when, stays", async () => {
    const page = "10000000-0000-4000-8000-000000000123";
    const edited = { last_edited_time: "2026-01-14T11:55:00.000Z", last_edited_by: ADA };
    const { move, addSource, clock } = await startWithPage([{ object: "page", id: page, ...edited }]);
    const { id } = await addSource({});
    clock.time = new Date("2026-11-21T12:00:00Z");
    const edit = { ...edited, last_edited_by: { object: "user", id: ADA } };
    expect((await move(page, { data_source_id: id })).body).toMatchObject(edit);
    expect((await move(page, { page_id: PAGE })).body).toMatchObject(edit);
  });

  test("both parents know it", async () => {
    const { create, move, call } = await startWithPage();
    const { body: from } = await create({ parent: { page_id: PAGE } });
    const { body: to } = await create({ parent: { page_id: PAGE }, children: [{ divider: {} }] });
    const { body: page } = await create({ parent: { page_id: from.id }, children: [{ divider: {} }] });
    await move(page.id, { page_id: to.id });
    expect((await call("GET", `/v1/blocks/${from.id}`)).body.has_children).toBe(false);
    const { body: list } = await call("GET", `/v1/blocks/${to.id}/children`);
    expect(list.results.map(({ type }: { type: string }) => type)).toEqual(["divider", "child_page"]);
    expect((await call("GET", `/v1/blocks/${page.id}/children`)).body.results).toHaveLength(1);
  });

  test("a page becomes a row, and keeps only its title when it leaves again", async () => {
    const { create, move, set, addSource, call } = await startWithPage();
    const { id } = await addSource({ Count: { number: {} }, ID: { unique_id: {} }, State: { status: {} } });
    const { body: page } = await create({
      parent: { page_id: PAGE },
      properties: { title: { title: text("Wanderer") } },
    });
    const { body: row } = await move(page.id, { data_source_id: id });
    expect(row.properties).toMatchObject({
      Name: { title: textAnswer("Wanderer") },
      Count: { number: null },
      ID: { unique_id: { number: 1 } },
      State: { status: { name: "Not started" } },
    });
    await set(page.id, { Count: { number: 3 } });
    const query = () => call("POST", `/v1/data_sources/${id}/query`, {});
    expect((await query()).body.results).toHaveLength(1);
    const { body: back } = await move(page.id, { page_id: PAGE });
    expect(back.properties).toEqual({
      title: { id: "title", type: "title", title: textAnswer("Wanderer") },
    });
    expect((await query()).body.results).toEqual([]);
  });

  test("between data sources, values of the same name and type go along, options by their names", async () => {
    const { move, addSource, addRow } = await startWithPage();
    const from = await addSource({
      Count: { number: {} },
      Note: { rich_text: {} },
      Stage: { select: {} },
      Tags: { multi_select: {} },
    });
    const to = await addSource({
      Count: { number: {} },
      Note: { url: {} },
      Stage: { select: { options: [{ name: "New", color: "pink" }] } },
      Tags: { multi_select: {} },
    });
    const row = await addRow(from.id, "Row", {
      Count: { number: 3 },
      Note: { rich_text: text("Lost") },
      Stage: { select: { name: "New", color: "red" } },
      Tags: { multi_select: [{ name: "B", color: "blue" }, { name: "A" }] },
    });
    const { body } = await move(row, { data_source_id: to.id });
    expect(body.properties).toMatchObject({
      Count: { number: 3 },
      Note: { url: null },
      Stage: { select: { name: "New", color: "pink" } },
      Tags: {
        multi_select: [
          { name: "B", color: "blue" },
          { name: "A", color: "default" },
        ],
      },
    });
  });

  test("a row that leaves is in no relation any more, but takes those along that its new place has", async () => {
    const { move, get, addSource, addRow } = await startWithPage();
    const friends = await addSource({});
    const relation = { data_source_id: friends.id };
    const from = await addSource({
      Friends: { relation: { ...relation, dual_property: { synced_property_name: "Old" } } },
    });
    const to = await addSource({
      Friends: { relation: { ...relation, dual_property: { synced_property_name: "New" } } },
    });
    const eve = await addRow(friends.id, "Eve");
    const row = await addRow(from.id, "Row", { Friends: { relation: [{ id: eve }] } });
    const { body } = await move(row, { data_source_id: to.id });
    expect(body.properties.Friends.relation).toEqual([{ id: eve }]);
    const { properties } = (await get(eve)).body;
    expect(properties.Old.relation).toEqual([]);
    expect(properties.New.relation).toEqual([{ id: row }]);
  });

  test("a row that points at itself no longer does where the relation leads to its old place", async () => {
    const { call, move, addSource, addRow } = await startWithPage();
    const from = await addSource({});
    const Twin = { relation: { data_source_id: from.id, single_property: {} } };
    await call("PATCH", `/v1/data_sources/${from.id}`, { properties: { Twin } });
    const to = await addSource({ Twin });
    const other = await addRow(from.id, "Other");
    const row = await addRow(from.id, "Row");
    const both = { Twin: { relation: [{ id: row }, { id: other }] } };
    await call("PATCH", `/v1/pages/${row}`, { properties: both });
    const { body } = await move(row, { data_source_id: to.id });
    expect(body.properties.Twin.relation).toEqual([{ id: other }]);
  });

  test("the id of a database with one data source will do", async () => {
    const { create, move, addSource } = await startWithPage();
    const { id, databaseId } = await addSource({});
    const { body: page } = await create({ parent: { page_id: PAGE } });
    expect((await move(page.id, { page_id: databaseId })).body.parent).toEqual({
      type: "data_source_id",
      data_source_id: id,
      database_id: databaseId,
    });
  });
});
