import { expect, test } from "vitest";
import type { Seed } from "../../src/index.ts";
import { atOnce, startCrowd } from "./crowd.ts";

const id = (number: number): string => `66666666-0000-8000-8000-${String(number).padStart(12, "0")}`;
const [ORDERS, ITEMS] = [id(1), id(2)];
const item = (index: number): string => id(100 + index);
const order = (index: number): string => id(200 + index);
const COUNT = 6;
const CALLERS = 24;

const rollup = { relation_property_id: "item", rollup_property_id: "gros", function: "sum" };
const each = (idOf: (index: number) => string, properties: (index: number) => Record<string, unknown>) =>
  Array.from({ length: COUNT }, (_, index) => ({ id: idOf(index), properties: properties(index) }));

const orders = {
  id: ORDERS,
  title: "Shop",
  properties: {
    Name: { title: {} },
    Items: {
      id: "item",
      relation: {
        data_source_id: ITEMS,
        type: "dual_property",
        dual_property: { synced_property_id: "ordr" },
      },
    },
    Total: { rollup },
    Rounded: { formula: { expression: 'round(prop("Total"))' } },
    Names: { formula: { expression: 'prop("Items").map(current.prop("Name")).join("+")' } },
  },
  rows: each(order, (index) => ({ Name: `order ${index}`, Items: [item(index)] })),
};

const items = {
  id: ITEMS,
  title: "Shop",
  properties: {
    Name: { title: {} },
    Price: { id: "pric", number: {} },
    Gross: { id: "gros", formula: { expression: 'prop("Price") * 1.5' } },
    Orders: {
      id: "ordr",
      relation: {
        data_source_id: ORDERS,
        type: "dual_property",
        dual_property: { synced_property_id: "item" },
      },
    },
    Sold: { formula: { expression: 'prop("Orders").map(current.prop("Name")).length()' } },
  },
  rows: each(item, (index) => ({ Name: `item ${index}`, Price: index })),
};

const seed: Seed = {
  workspaces: [
    {
      name: "Shop",
      connections: [{ name: "Local development", tokens: ["ntn_local_dev"] }],
      objects: [{ object: "database", title: "Shop", data_sources: [orders, items] }],
    },
  ],
};

// That every result is kept right is among what `startCrowd` looks for in the end.
test("results follow whoever changes what they rest on", async () => {
  const { call, must } = await startCrowd(seed);
  const write = (row: string, properties: object) => call("PATCH", `/v1/pages/${row}`, { properties });
  const relation = (...ids: string[]) => ({ relation: ids.map((target) => ({ id: target })) });
  const formula = (name: string, expression: string, source: string) =>
    call("PATCH", `/v1/data_sources/${source}`, { properties: { [name]: { formula: { expression } } } });
  const work = [
    (index: number) => write(item(index % COUNT), { Price: { number: index } }),
    (index: number) => write(order(index % COUNT), { Items: relation(item(index % 2), item(index % 5)) }),
    (index: number) => write(item(index % COUNT), { Orders: relation(order(index % 3)) }),
    (index: number) => call("PATCH", `/v1/pages/${item(index % COUNT)}`, { in_trash: index % 2 === 0 }),
    (index: number) => formula("Gross", `prop("Price") * ${index}`, ITEMS),
    (index: number) => formula("Extra", `prop("Rounded") + ${index}`, ORDERS),
    (index: number) =>
      write(item(index % COUNT), { Name: { title: [{ text: { content: `renamed ${index}` } }] } }),
  ];
  await atOnce(CALLERS, async (index) => {
    for (let turn = 0; turn < 3; turn += 1) await work[(index + turn) % work.length]?.(index * 3 + turn);
  });
  const { results } = await must("POST", `/v1/data_sources/${ORDERS}/query`, {});
  expect(results).toHaveLength(COUNT);
});
