import { describe, expect, test } from "vitest";
import { type Shop, startShop } from "../formulas/shop.ts";

const tags = Array.from({ length: 7 }, (_, index) => ({ name: `tag ${index}` }));
const files = ["one.pdf", "two.pdf"].map((name) => ({
  name,
  external: { url: `https://example.com/${name}` },
}));

/** Orders of no item, of one, and of three, with a rollup of each function over each of some properties. */
async function startWith(functions: readonly string[], over: readonly string[]): Promise<Shop> {
  const shop = await startShop({
    items: {
      Ready: { checkbox: {} },
      Due: { date: {} },
      Tags: { multi_select: {} },
      Files: { files: {} },
      Ripe: { formula: { expression: 'prop("Price") > 2' } },
    },
  });
  const rollups = functions.flatMap((name) =>
    over.map((property) => [
      `${name} ${property}`,
      { rollup: { relation_property_name: "Items", rollup_property_name: property, function: name } },
    ]),
  );
  await shop.change(shop.orders, Object.fromEntries(rollups));
  const x = await shop.item("x", 7, {
    Ready: { checkbox: true },
    Due: { date: { start: "2026-03-01" } },
    Tags: { multi_select: tags },
    Files: { files },
    Kind: { select: { name: "Bean" } },
  });
  const y = await shop.item("y", 2, {
    Due: { date: { start: "2026-01-01" } },
    Kind: { select: { name: "Bean" } },
  });
  const z = await shop.item("z", 2, { Kind: { select: { name: "Leaf" } } });
  await shop.order("none");
  await shop.order("one", [y]);
  await shop.order("three", [x, y, z]);
  return shop;
}

interface Row {
  properties: Record<string, { title: { plain_text: string }[]; rollup: RollupValue }>;
}
type RollupValue =
  | { type: "number"; number: number | null }
  | { type: "date"; date: { start: string } | null };

/** What a rollup comes to, by the name of the order. */
async function values({ call, orders }: Shop, name: string): Promise<[string, string | number | null][]> {
  const { body } = await call("POST", `/v1/data_sources/${orders}/query`);
  return body.results.map(({ properties }: Row) => {
    const rollup = properties[name]?.rollup as RollupValue;
    const value = rollup.type === "number" ? rollup.number : (rollup.date?.start ?? null);
    return [properties.Name?.title[0]?.plain_text ?? "", value];
  });
}

describe("what a filter of a rollup finds is what answers show", () => {
  const counts = ["count", "count_values", "empty", "not_empty", "percent_empty", "percent_not_empty"];
  const checks = ["checked", "unchecked", "percent_checked", "percent_unchecked"];
  test.each([
    ["Price", "number", [...counts, ...checks, "sum", "average", "median", "min", "max", "range", "unique"]],
    ["Ready", "number", [...counts, ...checks, "sum", "average", "median", "min", "max", "range"]],
    ["Ripe", "number", [...counts, ...checks, "sum", "max"]],
    ["Tags", "number", [...counts, ...checks, "sum", "median"]],
    ["Files", "number", [...counts, ...checks, "average"]],
    ["Kind", "number", [...counts, ...checks, "min", "unique"]],
    ["Due", "number", [...counts, ...checks, "sum", "average", "median"]],
    ["Due", "date", ["min", "max", "range", "earliest_date", "latest_date", "date_range"]],
  ])("%s, as a %s", async (property, type, functions) => {
    const shop = await startWith(functions, [property]);
    for (const name of functions.map((each) => `${each} ${property}`)) {
      const all = await values(shop, name);
      for (const [, value] of all) {
        const test = value === null ? { is_empty: true } : { equals: value };
        const found = await shop.names({ filter: { property: name, rollup: { [type]: test } } });
        const same = all.filter(([, other]) => other === value).map(([order]) => order);
        expect([name, value, found]).toEqual([name, value, same]);
      }
      if (type === "date") continue;
      const filter = { property: name, rollup: { number: { does_not_equal: 2 } } };
      const others = all.filter(([, other]) => other !== 2).map(([order]) => order);
      expect([name, await shop.names({ filter })]).toEqual([name, others]);
    }
  });
});
