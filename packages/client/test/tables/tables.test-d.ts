import { describe, expectTypeOf, test } from "vitest";
import { createClient } from "../../src/index.ts";
import type { InputOf, RowOf } from "../../src/tables.ts";
import { beans, renamed } from "./beans.ts";

const notion = createClient({ auth: "ntn_local_dev" });
type Values = RowOf<typeof beans>["values"];
type Input = InputOf<typeof beans>;

describe("rows", () => {
  test("have a plain value for each column", () => {
    expectTypeOf<Values["Name"]>().toEqualTypeOf<string>();
    expectTypeOf<Values["Price"]>().toEqualTypeOf<number | null>();
    expectTypeOf<Values["Roast"]>().toEqualTypeOf<"light" | "dark" | null>();
    expectTypeOf<Values["Flavours"]>().toEqualTypeOf<("berry" | "cocoa")[]>();
    expectTypeOf<Values["Stock"]>().toEqualTypeOf<"Ordered" | "Here" | "Gone" | null>();
    expectTypeOf<Values["Organic"]>().toEqualTypeOf<boolean>();
    expectTypeOf<Values["Farm"]>().toEqualTypeOf<string[]>();
    expectTypeOf<Values["Number"]>().toEqualTypeOf<string | null>();
  });

  test("come one by one and as an array", async () => {
    for await (const row of beans.query(notion)) expectTypeOf(row).toEqualTypeOf<RowOf<typeof beans>>();
    expectTypeOf(await beans.query(notion).collect(1)).toEqualTypeOf<RowOf<typeof beans>[]>();
  });
});

describe("writing", () => {
  test("takes what it reads, and nothing that is computed", () => {
    expectTypeOf<
      Pick<Values, "Name" | "Price" | "Roast" | "Flavours" | "Roasted" | "Photos">
    >().toExtend<Input>();
    expectTypeOf<keyof Input>().toEqualTypeOf<
      | "Name"
      | "Note"
      | "Price"
      | "Roast"
      | "Flavours"
      | "Stock"
      | "Roasted"
      | "Organic"
      | "Buyer"
      | "Photos"
      | "Farm"
      | "Map"
    >();
    beans.create(notion, { Name: "Guji", Roast: "light", Roasted: "2026-11-20", Photos: [{ upload: "id" }] });
    // @ts-expect-error no such option
    beans.create(notion, { Roast: "medium" });
    // @ts-expect-error a number
    beans.update(notion, "id", { Price: "12" });
    // @ts-expect-error it is computed
    beans.update(notion, "id", { Margin: 1 });
  });
});

describe("queries", () => {
  test("have the operators of the type", () => {
    beans.query(notion, { filter: { property: "Price", number: { greater_than: 10 } } });
    beans.query(notion, { filter: { property: "Name", title: { starts_with: "G" } } });
    beans.query(notion, { filter: { property: "Created", created_time: { past_week: {} } } });
    beans.query(notion, { filter: { property: "Roast", select: { equals: ["light", "dark"] } } });
    beans.query(notion, { filter: { property: "Stock", status: { equals: "Complete" } } });
    beans.query(notion, { filter: { property: "Roast", select: { is_empty: true } } });
    // @ts-expect-error an operator of numbers
    beans.query(notion, { filter: { property: "Name", title: { greater_than: 10 } } });
    // @ts-expect-error it is a number
    beans.query(notion, { filter: { property: "Price", select: { equals: "light" } } });
    // @ts-expect-error no such option
    beans.query(notion, { filter: { property: "Roast", select: { equals: "medium" } } });
    // @ts-expect-error no such option, in a list
    beans.query(notion, { filter: { property: "Flavours", multi_select: { contains: ["berry", "nut"] } } });
    // @ts-expect-error two operators
    beans.query(notion, { filter: { property: "Price", number: { greater_than: 10, less_than: 20 } } });
    // @ts-expect-error places cannot be filtered by
    beans.query(notion, { filter: { property: "Map", place: { is_empty: true } } });
  });

  test("nest two levels deep", () => {
    const dear = { property: "Price", number: { greater_than: 10 } } as const;
    beans.query(notion, { filter: { and: [dear, { or: [dear, dear] }] } });
    beans.query(notion, {
      filter: { or: [dear, { timestamp: "created_time", created_time: { past_week: {} } }] },
    });
    // @ts-expect-error three levels
    beans.query(notion, { filter: { and: [{ or: [{ and: [dear] }] }] } });
    // @ts-expect-error no such column, inside
    beans.query(notion, { filter: { and: [{ property: "Cost", number: { greater_than: 10 } }] } });
  });

  test("sort by columns and times", () => {
    beans.query(notion, {
      sorts: [
        { property: "Roasted", direction: "descending" },
        { timestamp: "created_time", direction: "ascending" },
      ],
    });
    // @ts-expect-error no such column
    beans.query(notion, { sorts: [{ property: "Cost", direction: "ascending" }] });
  });

  test("need a version that has data sources", () => {
    beans.query(createClient({ auth: "ntn_local_dev", version: "2025-09-03" }));
    // @ts-expect-error databases were queried then
    beans.query(createClient({ auth: "ntn_local_dev", version: "2022-06-28" }));
  });
});

describe("a renamed column and a renamed option", () => {
  test("break every use", async () => {
    // @ts-expect-error create
    renamed.create(notion, { Roast: "light" });
    // @ts-expect-error update
    renamed.update(notion, "id", { Roast: "light" });
    // @ts-expect-error filter
    renamed.query(notion, { filter: { property: "Roast", select: { equals: "light" } } });
    // @ts-expect-error sort
    renamed.query(notion, { sorts: [{ property: "Roast", direction: "ascending" }] });
    const [row] = await renamed.query(notion).collect(1);
    // @ts-expect-error read
    row?.values.Roast;
    // @ts-expect-error an option that there is not any more
    renamed.create(notion, { Degree: "dark" });
    // @ts-expect-error a comparison that is never true
    row?.values.Degree === "dark";
  });
});
