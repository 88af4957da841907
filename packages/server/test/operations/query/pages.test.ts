import { describe, expect, test } from "vitest";
import { BEANS, startBeans } from "./beans.ts";

const path = `/v1/data_sources/${BEANS}/query`;
const names = (count: number) =>
  Array.from({ length: count }, (_, index) => ({ Name: `${index}`, Price: index % 3 }));

describe("shape", () => {
  test("a list of pages", async () => {
    const beans = await startBeans([{ Name: "Guji" }]);
    const { status, body } = await beans.call("POST", path);
    expect(status).toBe(200);
    expect(body).toMatchObject({ object: "list", next_cursor: null, has_more: false });
    expect(body).toMatchObject({ type: "page_or_data_source", page_or_data_source: {} });
    expect(body).not.toHaveProperty("request_status");
    expect(body.results).toMatchObject([{ object: "page" }]);
  });

  test("a cursor has a session and the id of the next row", async () => {
    const beans = await startBeans(names(3));
    const first = await beans.call("POST", path, { page_size: 2 });
    const second = await beans.call("POST", path, { page_size: 2, start_cursor: first.body.next_cursor });
    expect(first.body.next_cursor).toMatch(/^s:[0-9a-f-]{36}:/);
    expect(first.body.next_cursor.split(":")[2]).toBe(second.body.results[0].id);
    expect(second.body).toMatchObject({ has_more: false, next_cursor: null });
  });
});

describe("validation", () => {
  test("what is no cursor", async () => {
    const beans = await startBeans(names(1));
    expect(await beans.refusal({ start_cursor: "next" })).toEqual({
      code: "validation_error",
      message: "The start_cursor provided is invalid: next",
    });
  });

  test("the cursor of another data source", async () => {
    const beans = await startBeans(names(1));
    const start_cursor = "8c3b2a74-6e3d-4fa0-9c75-2b7e5d9f4c33";
    expect(await beans.refusal({ start_cursor })).toMatchObject({ code: "validation_error" });
  });

  test("a data source that is not there", async () => {
    const beans = await startBeans(names(1));
    const { status, body } = await beans.call("POST", path.replace("4d9f", "0000"), {});
    expect(status).toBe(404);
    expect(body.message).toMatch(/^Could not find data_source with ID: 00005c73/);
  });
});

describe("behaviour", () => {
  /** All rows, page after page. */
  async function collect(beans: Awaited<ReturnType<typeof startBeans>>, body: object): Promise<string[]> {
    const found: string[] = [];
    let start_cursor: string | undefined;
    do {
      const page = await beans.call("POST", path, { ...body, ...(start_cursor && { start_cursor }) });
      found.push(
        ...page.body.results.map(
          (row: { properties: { Name: { title: { plain_text: string }[] } } }) =>
            row.properties.Name.title[0]?.plain_text,
        ),
      );
      start_cursor = page.body.next_cursor ?? undefined;
    } while (start_cursor);
    return found;
  }

  const rows = [
    ...names(7),
    { Name: "7" },
    { Name: "8", Price: 1, Roast: "Dark", Organic: true, Tastes: ["Lemon", "Peach"] },
    { Name: "9", Roast: "Light", Organic: true, Tastes: ["Peach"] },
    { Name: "10", Roast: "Light", Tastes: ["Peach", "Lemon"] },
    { Name: "11", Roast: "Light", Tastes: ["Peach"] },
  ];
  test.each<[string, { sorts?: object[]; filter?: object }]>([
    ["the order of creation", {}],
    ["numbers", { sorts: [{ property: "Price", direction: "ascending" }] }],
    ["numbers, the greatest first", { sorts: [{ property: "Price", direction: "descending" }] }],
    ["options", { sorts: [{ property: "Roast", direction: "ascending" }] }],
    ["options, the last first", { sorts: [{ property: "Roast", direction: "descending" }] }],
    ["lists", { sorts: [{ property: "Tastes", direction: "ascending" }] }],
    ["lists, the last first", { sorts: [{ property: "Tastes", direction: "descending" }] }],
    ["checkboxes", { sorts: [{ property: "Organic", direction: "ascending" }] }],
    ["what has no index", { sorts: [{ property: "Stock", direction: "ascending" }] }],
    ["two sorts", { sorts: ["Price", "Roast"].map((property) => ({ property, direction: "ascending" })) }],
    [
      "a sort and a filter",
      {
        sorts: [{ property: "Price", direction: "ascending" }],
        filter: { property: "Price", number: { less_than: 2 } },
      },
    ],
  ])("pages of any size add up: %s", async (_what, body) => {
    const beans = await startBeans(rows);
    const whole = await collect(beans, body);
    expect(whole).toHaveLength(rows.length - (body.filter ? 6 : 0));
    for (const page_size of [1, 3]) expect(await collect(beans, { ...body, page_size })).toEqual(whole);
  });

  test("rows that come and go between pages disturb nothing", async () => {
    const beans = await startBeans(names(6));
    const first = await beans.call("POST", path, { page_size: 2 });
    const [, , next] = first.body.next_cursor.split(":");
    await beans.database.write("*", async (db) => {
      await db.updateTable("rows").set({ in_trash: 1 }).where("page_id", "=", next).execute();
    });
    expect(await beans.query({ start_cursor: first.body.next_cursor })).toEqual(["2", "1", "0"]);
  });

  test("trash, archive and templates are left out", async () => {
    const beans = await startBeans([
      { Name: "here" },
      { Name: "trashed", in_trash: true },
      { Name: "archived", is_archived: true },
    ]);
    expect(await beans.query({})).toEqual(["here"]);
    expect(await beans.query({ in_trash: true })).toEqual(["trashed"]);
    expect(await beans.query({ is_archived: true })).toEqual(["archived"]);
  });
});

describe("limits", () => {
  test("a query ends after 10 000 rows", async () => {
    const beans = await startBeans(names(4));
    const { body: first } = await beans.call("POST", path, { page_size: 1 });
    // The last group of the session's id counts the rows that came before.
    const late = first.next_cursor.replace(/-[0-9a-f]{12}:/, `-${(9_999).toString(16).padStart(12, "0")}:`);
    const { body } = await beans.call("POST", path, { page_size: 2, start_cursor: late });
    expect(body.results).toHaveLength(1);
    expect(body).toMatchObject({
      has_more: false,
      next_cursor: null,
      request_status: { type: "incomplete", incomplete_reason: "query_result_limit_reached" },
    });
  });

  test("no page is longer than what is asked for, and shows no more than that of a row", async () => {
    const beans = await startBeans(names(4));
    const { body } = await beans.call("POST", `${path}?filter_properties=Price`, { page_size: 3 });
    expect(body.results.map(({ properties }: { properties: object }) => Object.keys(properties))).toEqual([
      ["Price"],
      ["Price"],
      ["Price"],
    ]);
  });
});

test("there are no data sources in a data source", async () => {
  const beans = await startBeans([{ Name: "row" }]);
  expect(await beans.query({ result_type: "page" })).toEqual(["row"]);
  expect(await beans.query({ result_type: "data_source" })).toEqual([]);
});
