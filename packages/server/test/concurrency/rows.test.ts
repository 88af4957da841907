import { describe, expect, test } from "vitest";
import { atOnce, type Crowd, startCrowd } from "./crowd.ts";

const id = (number: number): string => `77777777-0000-8000-8000-${String(number).padStart(12, "0")}`;
const [HOME, BEANS, SUPPLIERS, ROW, SUPPLIER] = [id(1), id(2), id(3), id(4), id(5)];
const numbers = Array.from({ length: 6 }, (_, index) => `Number ${index}`);

const seed = {
  workspaces: [
    {
      name: "Rows",
      connections: [{ name: "Local development", tokens: ["ntn_local_dev"] }],
      objects: [
        {
          object: "page" as const,
          id: HOME,
          title: "Home",
          children: [
            {
              object: "database" as const,
              title: "Shop",
              data_sources: [
                {
                  id: BEANS,
                  title: "Shop",
                  properties: {
                    Name: { title: {} },
                    Tags: { multi_select: {} },
                    ...Object.fromEntries(numbers.map((name) => [name, { number: {} }])),
                  },
                  rows: [{ id: ROW, properties: { Name: "row" } }],
                },
                {
                  id: SUPPLIERS,
                  title: "Shop",
                  properties: { Name: { title: {} } },
                  rows: [{ id: SUPPLIER, properties: { Name: "supplier" } }],
                },
              ],
            },
          ],
        },
      ],
    },
  ],
};

const CALLERS = 12;
const parent = { type: "data_source_id", data_source_id: BEANS };
const title = (content: string) => ({ title: [{ text: { content } }] });
const addRow = ({ must }: Crowd, content: string, properties: object = {}) =>
  must("POST", "/v1/pages", { parent, properties: { Name: title(content), ...properties } });
const changeSchema = ({ call }: Crowd, properties: object, source = BEANS) =>
  call("PATCH", `/v1/data_sources/${source}`, { properties });

/** All rows, as a query gives them. */
const query = async ({ must }: Crowd) => (await must("POST", `/v1/data_sources/${BEANS}/query`, {})).results;

describe("behaviour", () => {
  test("rows are numbered without a gap and without a number twice", async () => {
    const crowd = await startCrowd(seed);
    await changeSchema(crowd, { Id: { unique_id: { prefix: "ROW" } } });
    await atOnce(CALLERS, (caller) => addRow(crowd, `${caller}`));
    const rows = await query(crowd);
    // biome-ignore lint/suspicious/noExplicitAny: rows of any kind
    const given = rows.map(({ properties }: any) => properties.Id.unique_id.number);
    expect(given.sort((one: number, other: number) => one - other)).toEqual(
      Array.from({ length: CALLERS + 1 }, (_, index) => index + 1),
    );
  });

  test("numbering begins while rows are made", async () => {
    const crowd = await startCrowd(seed);
    await atOnce(
      CALLERS,
      async (caller): Promise<unknown> =>
        caller === 4 ? changeSchema(crowd, { Id: { unique_id: {} } }) : addRow(crowd, `${caller}`),
    );
    const rows = await query(crowd);
    // biome-ignore lint/suspicious/noExplicitAny: rows of any kind
    const given = rows.map(({ properties }: any) => properties.Id.unique_id.number);
    expect(new Set(given)).toEqual(new Set(Array.from({ length: CALLERS }, (_, index) => index + 1)));
  });

  test("changes of different values of one row are all kept", async () => {
    const crowd = await startCrowd(seed);
    await atOnce(numbers.length, (caller) =>
      crowd.must("PATCH", `/v1/pages/${ROW}`, {
        properties: { [numbers[caller] as string]: { number: caller + 100 } },
      }),
    );
    const { properties } = await crowd.read(`/v1/pages/${ROW}`);
    expect(numbers.map((name) => properties[name].number)).toEqual(numbers.map((_, index) => index + 100));
  });

  test("an option that many name at once is made once", async () => {
    const crowd = await startCrowd(seed);
    const names = ["New", "NEW", "Old", "old"];
    await atOnce(CALLERS, (caller) =>
      addRow(crowd, `${caller}`, { Tags: { multi_select: [{ name: names[caller % 4] }, { name: "All" }] } }),
    );
    const { properties } = await crowd.read(`/v1/data_sources/${BEANS}`);
    const made = properties.Tags.multi_select.options.map(({ name }: { name: string }) => name.toLowerCase());
    expect(made.sort()).toEqual(["all", "new", "old"]);
    for (const row of await query(crowd)) {
      expect(row.properties.Tags.multi_select).toHaveLength(row.id === ROW ? 0 : 2);
    }
  });

  test("properties that many add are all there", async () => {
    const crowd = await startCrowd(seed);
    await atOnce(
      CALLERS,
      async (caller): Promise<unknown> =>
        caller % 3 === 0
          ? addRow(crowd, `${caller}`, { Tags: { multi_select: [{ name: `${caller}` }] } })
          : changeSchema(crowd, { [`New ${caller}`]: { checkbox: {} } }),
    );
    const { properties } = await crowd.read(`/v1/data_sources/${BEANS}`);
    const added = Object.keys(properties).filter((name) => name.startsWith("New "));
    expect(added).toHaveLength((CALLERS * 2) / 3);
    expect(properties.Tags.multi_select.options).toHaveLength(CALLERS / 3);
  });

  test("one of many renames to the same name is taken, and no value is lost", async () => {
    const crowd = await startCrowd(seed);
    await crowd.must("PATCH", `/v1/pages/${ROW}`, {
      properties: Object.fromEntries(numbers.map((name, index) => [name, { number: index }])),
    });
    const renames = await atOnce(numbers.length, (caller) =>
      changeSchema(crowd, { [numbers[caller] as string]: { name: "The one" } }),
    );
    expect(renames.map(({ status }) => status).sort()).toEqual([200, 400, 400, 400, 400, 400]);
    const { properties } = await crowd.read(`/v1/pages/${ROW}`);
    const kept = [...numbers, "The one"].flatMap((name) => properties[name]?.number ?? []);
    expect(kept.sort()).toEqual([0, 1, 2, 3, 4, 5]);
  });

  test("a relation that is written from both sides says the same on both", async () => {
    const crowd = await startCrowd(seed);
    await changeSchema(crowd, {
      Supplier: { relation: { data_source_id: SUPPLIERS, dual_property: { synced_property_name: "Beans" } } },
    });
    const rows = await atOnce(CALLERS, (caller) => addRow(crowd, `${caller}`));
    await atOnce(CALLERS, (caller) =>
      caller % 2 === 0
        ? crowd.must("PATCH", `/v1/pages/${rows[caller].id}`, {
            properties: { Supplier: { relation: [{ id: SUPPLIER }] } },
          })
        : crowd.must("PATCH", `/v1/pages/${SUPPLIER}`, {
            properties: { Beans: { relation: [{ id: rows[caller].id }, { id: ROW }] } },
          }),
    );
    const { properties } = await crowd.read(`/v1/pages/${SUPPLIER}`);
    const listed = properties.Beans.relation.map(({ id: row }: { id: string }) => row);
    const pointing = (await query(crowd))
      // biome-ignore lint/suspicious/noExplicitAny: rows of any kind
      .filter((row: any) => row.properties.Supplier.relation.length > 0)
      .map((row: { id: string }) => row.id);
    expect(listed.sort()).toEqual(pointing.sort());
    expect(listed.length).toBeGreaterThan(0);
  });

  test("rows are written while their schema changes", async () => {
    const crowd = await startCrowd(seed);
    const changes = [
      { "Number 0": { checkbox: {} } },
      { "Number 1": { rich_text: {} } },
      { "Number 2": null },
      { Tags: { select: {} } },
      { "Number 3": { name: "Renamed" } },
      { State: { status: {} } },
    ];
    const made = await atOnce(4 * changes.length, (caller) =>
      caller % 4 === 0
        ? changeSchema(crowd, changes[caller / 4] as object)
        : crowd.call("POST", "/v1/pages", {
            parent,
            properties: {
              Name: title(`${caller}`),
              "Number 0": { number: caller },
              "Number 3": { number: caller },
            },
          }),
    );
    const refused = made.filter(({ status }) => status !== 200);
    for (const { body } of refused) expect(body.code).toBe("validation_error");
    expect(await query(crowd)).toHaveLength(1 + 3 * changes.length - refused.length);
  });
});
