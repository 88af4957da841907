import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Seed } from "../../../src/index.ts";
import { emptySeed } from "../../../src/seed/empty.ts";
import { type Fixture, startServer } from "../../fixture.ts";

const DATA_SOURCE = "4d9f5c73-af61-4e8b-940c-517295df3e45";
/** More rows of one value than an index is followed in the hope of finding enough. */
const ROWS = 6_500;
const PAGE = 40;

/** What a row has; null where it is empty. Most rows are alike in everything but the name. */
interface Row {
  Name: string;
  Stage: string | null;
  Tags: string | null;
  Price: number | null;
  Done: boolean;
  Due: string | null;
}

const rows: Row[] = Array.from({ length: ROWS }, (_, index) => ({
  Name: `row ${String((index * 7919) % ROWS).padStart(4, "0")}`,
  Stage: index % 50 === 0 ? null : index % 40 === 0 ? "b" : "a",
  Tags: index % 30 === 0 ? null : index % 25 === 0 ? "y" : "x",
  Price: index % 60 === 0 ? null : index % 45 === 0 ? index : index % 44 === 0 ? -index : 5,
  Done: index % 70 !== 0,
  Due: index % 3 > 0 ? null : `2026-0${1 + (index % 9)}-11`,
}));

const options = ["a", "b", "x", "y"].map((name) => ({ name }));
const seed = {
  workspaces: [
    {
      ...emptySeed.workspaces[0],
      objects: [
        {
          object: "database",
          title: "Rows",
          data_sources: [
            {
              id: DATA_SOURCE,
              title: "Rows",
              properties: {
                Name: "title",
                Stage: { select: { options } },
                Tags: { multi_select: { options } },
                Price: "number",
                Done: "checkbox",
                Due: "date",
              },
              rows: rows.map(({ Tags, Due, ...row }) => ({
                properties: { ...row, Tags: Tags === null ? [] : [Tags], Due: Due && { start: Due } },
              })),
            },
          ],
        },
      ],
    },
  ],
} as Seed;

type Order = [keyof Row, "ascending" | "descending"][];

/** Rows without a value last, and those that are equal as they were made, in the direction of the first sort. */
function ordered(found: Row[], order: Order): string[] {
  const newest = order[0]?.[1] === "ascending" ? 1 : -1;
  const compare = (one: Row, other: Row): number => {
    for (const [key, direction] of order) {
      const [a, b] = [one[key], other[key]];
      if (a === b) continue;
      if (a === null || b === null) return a === null ? 1 : -1;
      return (a < b ? -1 : 1) * (direction === "ascending" ? 1 : -1);
    }
    return (rows.indexOf(one) - rows.indexOf(other)) * newest;
  };
  return found.toSorted(compare).map(({ Name }) => Name);
}

const filters: Record<string, [object | undefined, (row: Row) => boolean]> = {
  nothing: [undefined, () => true],
  "what few are": [{ property: "Stage", select: { equals: "b" } }, ({ Stage }) => Stage === "b"],
  "what most are": [{ property: "Stage", select: { equals: "a" } }, ({ Stage }) => Stage === "a"],
  "what most are not": [
    { property: "Tags", multi_select: { does_not_contain: "x" } },
    ({ Tags }) => Tags !== "x",
  ],
  "an empty value": [{ property: "Tags", multi_select: { is_empty: true } }, ({ Tags }) => Tags === null],
  "a range": [{ property: "Price", number: { greater_than: 4 } }, ({ Price }) => Price !== null && Price > 4],
  "one of two": [
    {
      or: [
        { property: "Price", number: { less_than: 0 } },
        { property: "Stage", select: { is_empty: true } },
      ],
    },
    ({ Price, Stage }) => (Price !== null && Price < 0) || Stage === null,
  ],
  "one of three that few are": [
    {
      or: [
        { property: "Price", number: { less_than: 0 } },
        { property: "Stage", select: { equals: "b" } },
        { property: "Price", number: { greater_than: 6_000 } },
      ],
    },
    ({ Price, Stage }) => (Price !== null && (Price < 0 || Price > 6_000)) || Stage === "b",
  ],
  "one of two, and most are": [
    {
      or: [
        { property: "Price", number: { less_than: 0 } },
        { property: "Stage", select: { equals: "a" } },
      ],
    },
    ({ Price, Stage }) => (Price !== null && Price < 0) || Stage === "a",
  ],
};

const orders: Order[] = [
  [],
  [["Price", "descending"]],
  [["Stage", "ascending"]],
  [["Tags", "descending"]],
  [
    ["Price", "ascending"],
    ["Name", "descending"],
  ],
  [
    ["Stage", "descending"],
    ["Price", "ascending"],
  ],
  [
    ["Tags", "ascending"],
    ["Stage", "descending"],
    ["Due", "ascending"],
  ],
  [
    ["Done", "ascending"],
    ["Due", "descending"],
  ],
  [
    ["Done", "descending"],
    ["Tags", "ascending"],
  ],
];

describe("behaviour", () => {
  let server: Fixture | undefined;
  beforeAll(async () => {
    server = await startServer(seed, {}, afterAll);
  });

  const cases = Object.keys(filters).flatMap((filter) =>
    orders.map((order) => ({ filter, sorted: order.map((each) => each.join(" ")).join(", "), order })),
  );

  test.each(cases)("$filter, by $sorted", async ({ filter: name, order }) => {
    const [filter, passes] = filters[name] ?? [undefined, () => true];
    const sorts = order.map(([property, direction]) => ({ property, direction }));
    const found: string[] = [];
    let start_cursor: string | undefined;
    for (let page = 0; page < 4; page += 1) {
      const { body } = await (server as Fixture).call("POST", `/v1/data_sources/${DATA_SOURCE}/query`, {
        page_size: PAGE,
        sorts,
        ...(filter && { filter }),
        ...(start_cursor && { start_cursor }),
      });
      for (const row of body.results) found.push(row.properties.Name.title[0].plain_text);
      if (!body.has_more) break;
      start_cursor = body.next_cursor;
    }
    expect(found).toEqual(ordered(rows.filter(passes), order).slice(0, 4 * PAGE));
  });
});
