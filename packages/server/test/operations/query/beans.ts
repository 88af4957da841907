import { afterAll, beforeAll } from "vitest";
import type { Seed, SeedObject } from "../../../src/index.ts";
import { emptySeed } from "../../../src/seed/empty.ts";
import { type Fixture, startServer } from "../../fixture.ts";

export const BEANS = "4d9f5c73-af61-4e8b-940c-517295df3e45";
export const SUPPLIERS = "5e0a6d84-b072-4f9c-a51d-628306e04f56";
export const ADA = "6a1f0e52-4c1b-4d8e-9a53-0f5c3b7d2a11";
export const BEN = "7b2a1f63-5d2c-4e9f-8b64-1a6d4c8e3b22";
export const FARM = "8c3b2a74-6e3d-4fa0-9c75-2b7e5d9f4c33";
export const COOP = "9d4c3b85-7f4e-40b1-8d86-3c8f6ea05d44";

/** A row, whose id nobody has to know. */
type Row = { Name: string } & Record<string, unknown>;

/** Properties of every type that is filtered. */
const properties = {
  Name: "title",
  Notes: "rich_text",
  Site: "url",
  Mail: "email",
  Phone: "phone_number",
  Price: "number",
  Number: { unique_id: { prefix: "BEAN" } },
  Organic: "checkbox",
  Roast: { select: { options: [{ name: "Light" }, { name: "Medium" }, { name: "Dark" }] } },
  Stage: {
    status: {
      options: [
        { id: "done", name: "Sold", color: "green" },
        { id: "open", name: "Ordered", color: "gray" },
        { id: "busy", name: "Roasting", color: "blue" },
      ],
      groups: [
        { id: "g1", name: "To-do", color: "gray", option_ids: ["open"] },
        { id: "g2", name: "In progress", color: "blue", option_ids: ["busy"] },
        { id: "g3", name: "Complete", color: "green", option_ids: ["done"] },
      ],
    },
  },
  Tastes: { multi_select: { options: [{ name: "Peach" }, { name: "Cocoa" }, { name: "Lemon" }] } },
  Roasted: "date",
  Buyers: "people",
  Photos: "files",
  Checked: "verification",
  Supplier: { id: "supl", relation: { data_source_id: SUPPLIERS, single_property: {} } },
  Countries: {
    rollup: { relation_property_id: "supl", rollup_property_id: "coun", function: "show_original" },
  },
  Stock: { rollup: { relation_property_id: "supl", rollup_property_id: "stoc", function: "sum" } },
  Blend: { id: "blnd", relation: { data_source_id: BEANS, single_property: {} } },
  Loop: {
    id: "loop",
    rollup: { relation_property_id: "blnd", rollup_property_id: "loop", function: "show_original" },
  },
  Added: "created_time",
  "Added by": "created_by",
  Changed: "last_edited_time",
  "Changed by": "last_edited_by",
};

const suppliers = {
  Name: "title",
  Country: { id: "coun", type: "select", select: { options: [{ name: "Ethiopia" }, { name: "Peru" }] } },
  Stock: { id: "stoc", type: "number" },
};

/** A workspace with one data source of beans; rows are made one minute after the other. */
function beansSeed(rows: readonly Row[]): Seed {
  const [local] = emptySeed.workspaces;
  if (!local) throw new Error("The seed has no workspace.");
  const objects: SeedObject[] = [
    {
      object: "database",
      title: "Beans",
      data_sources: [
        {
          id: BEANS,
          title: "Beans",
          properties,
          rows: rows.map(({ in_trash, is_archived, created_by, ...values }, index) => ({
            ...(in_trash !== undefined && { in_trash }),
            ...(is_archived !== undefined && { is_archived }),
            ...(created_by !== undefined && { created_by }),
            created_time: minute(index),
            last_edited_time: minute(index),
            properties: values,
          })),
        },
        {
          id: SUPPLIERS,
          title: "Suppliers",
          properties: suppliers,
          rows: [
            { id: FARM, properties: { Name: "Farm", Country: "Ethiopia", Stock: 30 } },
            { id: COOP, properties: { Name: "Coop", Country: "Peru", Stock: 12 } },
          ],
        },
      ],
    },
  ] as SeedObject[];
  const users = [
    { id: ADA, name: "Ada", email: "ada@example.com" },
    { id: BEN, name: "Ben", email: "ben@example.com" },
  ];
  return { workspaces: [{ ...local, users, objects }] };
}

/** When a row was made. */
export const minute = (index: number): string => `2026-11-01T10:${String(index).padStart(2, "0")}:30.500Z`;

export interface Beans extends Fixture {
  /** The names of the rows that a query finds. */
  query(body: object): Promise<string[]>;
  /** The refusal of a query. */
  refusal(body: object): Promise<{ code: string; message: string }>;
}

/** A server with rows to query. */
export async function startBeans(
  rows: readonly Row[],
  whenDone?: (close: () => Promise<void>) => void,
): Promise<Beans> {
  const fixture = await startServer(beansSeed(rows), {}, whenDone);
  const send = (body: object) => fixture.call("POST", `/v1/data_sources/${BEANS}/query`, body);
  return {
    ...fixture,
    async query(body) {
      const { status, body: answer } = await send(body);
      if (status !== 200) throw new Error(answer.message);
      return answer.results.map(nameOf);
    },
    async refusal(body) {
      const { body: answer } = await send(body);
      return { code: answer.code, message: answer.message };
    },
  };
}

/** The same for all tests of a group, which only ask. */
export function sharedBeans(rows: readonly Row[]): Pick<Beans, "query" | "refusal"> {
  let beans: Beans | undefined;
  beforeAll(async () => {
    beans = await startBeans(rows, afterAll);
  });
  const started = (): Beans => {
    if (!beans) throw new Error("It is started before the tests.");
    return beans;
  };
  return { query: (body) => started().query(body), refusal: (body) => started().refusal(body) };
}

interface Result {
  properties: { Name: { title: { plain_text: string }[] } };
}
const nameOf = ({ properties: { Name } }: Result): string =>
  Name.title.map((item) => item.plain_text).join("");
