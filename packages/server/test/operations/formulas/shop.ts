import { expect, onTestFinished } from "vitest";
import type { Fixture } from "../../fixture.ts";
import { brokenInvariants } from "../../invariants/index.ts";
import { refusal, type Sources, startWithPages, text } from "../data-sources/workspace.ts";

/** Orders that are related to items, and what tests do with them. */
export interface Shop extends Fixture, Sources {
  orders: string;
  items: string;
  /** A row of orders; its relation to items is `Items`. */
  order(name: string, items?: string[], more?: object): Promise<string>;
  /** A row of items. */
  item(name: string, price?: number | null, more?: object): Promise<string>;
  /** Gives orders formulas; they are refused or they are there. */
  formulas(expressions: Record<string, string>): Promise<unknown>;
  /** The value of a formula, without its type. */
  result(row: string, name: string): Promise<unknown>;
  /** The names of the orders that a query finds, in its order. */
  names(query: object): Promise<string[]>;
  write(row: string, properties: object): Promise<void>;
}

/**
 * When a test is over, every result that is kept must be the one that comes out anew.
 *
 * @param other Properties of items and of orders beside those that all have.
 */
export async function startShop(other: { items?: object; orders?: object } = {}): Promise<Shop> {
  const fixture = await startWithPages();
  onTestFinished(async () => expect(await brokenInvariants(fixture.database)).toEqual([]));
  const { call, change, createDatabase, addRow, value } = fixture;
  const { source: items } = await createDatabase({
    Name: { title: {} },
    Price: { number: {} },
    Kind: { select: { options: [{ name: "Bean" }, { name: "Leaf" }] } },
    ...other.items,
  });
  const { source: orders } = await createDatabase({
    Name: { title: {} },
    Count: { number: {} },
    Paid: { checkbox: {} },
    Due: { date: {} },
    Items: { relation: { data_source_id: items, dual_property: { synced_property_name: "Orders" } } },
    ...other.orders,
  });
  return {
    ...fixture,
    orders,
    items,
    order: (name, related = [], more = {}) =>
      addRow(orders, {
        Name: { title: text(name) },
        Items: { relation: related.map((id) => ({ id })) },
        ...more,
      }),
    item: (name, price = null, more = {}) =>
      addRow(items, { Name: { title: text(name) }, Price: { number: price }, ...more }),
    async formulas(expressions) {
      const entries = Object.entries(expressions).map(([name, expression]) => [
        name,
        { formula: { expression } },
      ]);
      const changed = await change(orders, Object.fromEntries(entries));
      return changed.status === 200 ? "made" : refusal(changed);
    },
    async result(row, name) {
      const { type, ...rest } = (await value(row, name)) as { type: string; [type: string]: unknown };
      return rest[type];
    },
    async names(query) {
      const { status, body } = await call("POST", `/v1/data_sources/${orders}/query`, query);
      if (status !== 200) throw new Error(body.message);
      return body.results.map((row: Row) => row.properties.Name.title[0]?.plain_text ?? "");
    },
    async write(row, properties) {
      const { status, body } = await call("PATCH", `/v1/pages/${row}`, { properties });
      if (status !== 200) throw new Error(body.message);
    },
  };
}

interface Row {
  properties: { Name: { title: { plain_text: string }[] } };
}
