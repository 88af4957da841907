import type { SeedObject } from "../../../src/index.ts";
import { emptySeed } from "../../../src/seed/empty.ts";
import { type Called, type Fixture, startServer } from "../../fixture.ts";
import { text } from "../answers.ts";

export const PAGE = "20000000-0000-4000-8000-000000000001";
/** A page that the connection `ntn_narrow` sees, and nothing else. */
export const SHARED = "20000000-0000-4000-8000-000000000002";
export const BOT = "00000000-0000-8000-8000-00000000bbbb";
export const WORKSPACE = "00000000-0000-8000-8000-00000000aaaa";

/** A server with two pages to put databases on. */
export async function startWithPages(others: SeedObject[] = []): Promise<Fixture & Sources> {
  const [local] = emptySeed.workspaces;
  const fixture = await startServer({
    workspaces: [
      {
        id: WORKSPACE,
        name: "Local workspace",
        connections: [
          ...(local?.connections ?? []),
          { name: "Narrow", tokens: ["ntn_narrow"], shared: [SHARED] },
        ],
        objects: [
          { object: "page", id: PAGE, title: "Page" },
          { object: "page", id: SHARED, title: "Shared page" },
          ...others,
        ],
      },
    ],
  });
  const { call } = fixture;
  return {
    ...fixture,
    async createDatabase(properties, options = {}) {
      const { body } = await call("POST", "/v1/databases", {
        parent: { type: "page_id", page_id: PAGE },
        title: text("Tasks"),
        ...(properties && { initial_data_source: { properties } }),
        ...options,
      });
      return { id: body.id, source: body.data_sources[0].id };
    },
    get: (id) => call("GET", `/v1/data_sources/${id}`),
    update: (id, body) => call("PATCH", `/v1/data_sources/${id}`, body),
    change: (id, properties) => call("PATCH", `/v1/data_sources/${id}`, { properties }),
    async addRow(source, properties = {}) {
      const parent = { type: "data_source_id", data_source_id: source };
      return (await call("POST", "/v1/pages", { parent, properties })).body.id;
    },
    async query(source, filter) {
      const { body } = await call("POST", `/v1/data_sources/${source}/query`, { filter });
      return body.results.map(({ id }: { id: string }) => id).toSorted();
    },
    async value(row, name) {
      const value = (await call("GET", `/v1/pages/${row}`)).body.properties[name];
      return value[value.type];
    },
  };
}

export interface Sources {
  /** A database on the page, with the ids of it and its data source. */
  createDatabase(properties?: object, options?: object): Promise<{ id: string; source: string }>;
  get(id: string): Promise<Called>;
  update(id: string, body: object): Promise<Called>;
  /** Changes properties. */
  change(id: string, properties: object): Promise<Called>;
  /** A row with values as requests have them. */
  addRow(source: string, properties?: object): Promise<string>;
  /** The ids of the rows that a filter finds, in the order of ids. */
  query(source: string, filter: object): Promise<string[]>;
  /** The value of a row as answers have it, without its id and type. */
  value(row: string, name: string): Promise<unknown>;
}

export { run, text } from "../answers.ts";

/** What is said in a refusal. */
export const refusal = ({ status, body }: Called) => ({ status, code: body.code, message: body.message });

export const refused = (message: string) => ({ status: 400, code: "validation_error", message });
