import { describe, expect, test } from "vitest";
import { NOBODY, notFound, PAGE, refusal, startWithPage } from "./workspace.ts";

/** Customers, and items that name the customers who bought them, seen from both sides. */
async function startShop() {
  const fixture = await startWithPage();
  const customers = await fixture.addSource({});
  const items = await fixture.addSource({
    Buyers: {
      relation: { data_source_id: customers.id, dual_property: { synced_property_name: "Bought" } },
    },
  });
  const { get } = fixture;
  return {
    ...fixture,
    customers: customers.id,
    items: items.id,
    buyers: async (id: string) => (await get(id)).body.properties.Buyers,
    bought: async (id: string) => (await get(id)).body.properties.Bought,
  };
}

const related = (...ids: string[]) => ({ relation: ids.map((id) => ({ id })) });

describe("shape", () => {
  test("a relation lists pages, and says that there are no more", async () => {
    const { customers, items, addRow, buyers } = await startShop();
    const eve = await addRow(customers, "Eve");
    const cup = await addRow(items, "Cup", { Buyers: related(eve) });
    expect(await buyers(cup)).toEqual({
      id: expect.any(String),
      type: "relation",
      relation: [{ id: eve }],
      has_more: false,
    });
  });

  test("a page shows 25 related pages; the property item endpoint all of them, a page at a time", async () => {
    const { customers, items, addRow, bought, item } = await startShop();
    const eve = await addRow(customers, "Eve");
    const ids: string[] = [];
    for (let count = 0; count < 26; count += 1) {
      ids.push(await addRow(items, `Item ${count}`, { Buyers: related(eve) }));
    }
    const value = await bought(eve);
    expect(value.relation).toEqual(ids.slice(0, 25).map((id) => ({ id })));
    expect(value.has_more).toBe(true);

    const first = await item(eve, value.id, "?page_size=20");
    const { next_cursor } = first.body;
    expect(first.body.results).toEqual(
      ids.slice(0, 20).map((id) => ({
        object: "property_item",
        type: "relation",
        id: value.id,
        relation: { id },
      })),
    );
    expect(first.body.property_item).toEqual({
      id: value.id,
      next_url: `https://api.notion.com/v1/pages/${eve}/properties/${value.id}?start_cursor=${next_cursor}&page_size=20`,
      type: "relation",
      relation: {},
    });
    const second = await item(eve, value.id, `?page_size=20&start_cursor=${next_cursor}`);
    expect(second.body.results.map(({ relation }: { relation: object }) => relation)).toEqual(
      ids.slice(20).map((id) => ({ id })),
    );
    expect(second.body).toMatchObject({
      has_more: false,
      next_cursor: null,
      property_item: { next_url: null },
    });
  });
});

describe("validation", () => {
  test("targets are rows of the related data source", async () => {
    const { customers, items, addRow, update } = await startShop();
    const cup = await addRow(items, "Cup");
    const eve = await addRow(customers, "Eve");
    for (const stranger of [NOBODY, PAGE, cup]) {
      const answer = await update(cup, { properties: { Buyers: related(eve, stranger) } });
      expect(refusal(answer)).toEqual(notFound("page", stranger));
    }
  });
});

describe("behaviour", () => {
  test("the other side is kept in step", async () => {
    const { customers, items, addRow, bought, buyers, set } = await startShop();
    const eve = await addRow(customers, "Eve");
    const bob = await addRow(customers, "Bob");
    const cup = await addRow(items, "Cup", { Buyers: related(eve, bob, eve) });
    const pot = await addRow(items, "Pot", { Buyers: related(eve) });
    expect((await bought(eve)).relation).toEqual([{ id: cup }, { id: pot }]);
    expect((await bought(bob)).relation).toEqual([{ id: cup }]);

    await set(bob, { Bought: related(pot) });
    expect((await buyers(cup)).relation).toEqual([{ id: eve }]);
    expect((await buyers(pot)).relation).toEqual([{ id: eve }, { id: bob }]);
    await set(cup, { Buyers: related() });
    expect((await bought(eve)).relation).toEqual([{ id: pot }]);
  });

  test("a page in the trash is in no relation until it comes back", async () => {
    const { customers, items, addRow, buyers, update, item } = await startShop();
    const eve = await addRow(customers, "Eve");
    const cup = await addRow(items, "Cup", { Buyers: related(eve) });
    await update(eve, { in_trash: true });
    const { id, relation } = await buyers(cup);
    expect(relation).toEqual([]);
    expect((await item(cup, id)).body.results).toEqual([]);
    await update(eve, { in_trash: false });
    expect((await buyers(cup)).relation).toEqual([{ id: eve }]);
  });

  test("a relation into a data source in the trash leads nowhere", async () => {
    const { customers, items, addRow, buyers, call, item } = await startShop();
    const eve = await addRow(customers, "Eve");
    const cup = await addRow(items, "Cup", { Buyers: related(eve) });
    await call("PATCH", `/v1/data_sources/${customers}`, { in_trash: true });
    const { id, relation, has_more } = await buyers(cup);
    expect({ relation, has_more }).toEqual({ relation: [], has_more: false });
    expect((await item(cup, id)).body.results).toEqual([]);
  });

  test("who sees only one side does not see the relation, and cannot write it", async () => {
    const shared = "10000000-0000-4000-8000-0000000000cc";
    const properties = { Name: { type: "title" } };
    const rows = [{ object: "page" as const, id: shared }];
    const { addSource, addRow, call, update } = await startWithPage(
      [{ object: "database", data_sources: [{ object: "data_source", properties, rows }] }],
      [shared],
    );
    const { body: row } = await call("GET", `/v1/pages/${shared}`);
    const own = row.parent.data_source_id;
    const secret = await addSource({});
    await call("PATCH", `/v1/data_sources/${own}`, {
      properties: { Secret: { relation: { data_source_id: secret.id, single_property: {} } } },
    });
    const target = await addRow(secret.id, "Target");
    expect((await update(shared, { properties: { Secret: related(target) } })).status).toBe(200);

    const asGuest = { token: "ntn_guest" };
    const read = await call("GET", `/v1/pages/${shared}`, undefined, asGuest);
    expect(Object.keys(read.body.properties)).toEqual(["Name"]);
    const written = await call(
      "PATCH",
      `/v1/pages/${shared}`,
      { properties: { Secret: related() } },
      asGuest,
    );
    expect(written.body.message).toBe("Secret is not a property that exists.");
  });

  test("pages of one data source relate to each other", async () => {
    const { addSource, addRow, call, get } = await startWithPage();
    const { id } = await addSource({});
    const relation = { data_source_id: id, dual_property: { synced_property_name: "Children" } };
    await call("PATCH", `/v1/data_sources/${id}`, { properties: { Parent: { relation } } });
    const parent = await addRow(id, "Parent");
    const child = await addRow(id, "Child", { Parent: related(parent) });
    expect((await get(parent)).body.properties.Children.relation).toEqual([{ id: child }]);
    expect((await get(child)).body.properties.Children.relation).toEqual([]);
  });
});
