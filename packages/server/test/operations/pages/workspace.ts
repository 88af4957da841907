import { expect } from "vitest";
import type { Seed, SeedObject } from "../../../src/index.ts";
import { emptySeed } from "../../../src/seed/empty.ts";
import { type Called, type Fixture, startServer } from "../../fixture.ts";
import { refusal, text } from "../answers.ts";

export const PAGE = "10000000-0000-4000-8000-000000000001";
export const BOT = "00000000-0000-8000-8000-00000000bbbb";
export const ADA = "10000000-0000-4000-8000-0000000000ad";
export const NOBODY = "10000000-0000-4000-8000-00000000dead";

/** Sees only what the test shares with it. */
export const GUEST = { id: "10000000-0000-4000-8000-0000000000b2", name: "Guest", tokens: ["ntn_guest"] };

/** Sees what it makes itself. */
const PUBLIC = { name: "Public", type: "public" as const, owner: ADA, tokens: ["ntn_public"], shared: [] };

/** A server with one page, which is not at the top, one person, and with what the test puts beside them. */
export async function startWithPage(
  objects: SeedObject[] = [],
  shared: string[] = [],
): Promise<Fixture & Pages> {
  const [local] = emptySeed.workspaces;
  const seed: Seed = {
    workspaces: [
      {
        ...local,
        name: "Local workspace",
        users: [{ id: ADA, name: "Ada", email: "ada@example.org" }],
        connections: [...(local?.connections ?? []), { ...GUEST, shared }, PUBLIC],
        objects: [
          { object: "page", title: "Home", children: [{ object: "page", id: PAGE, title: "Page" }] },
          ...objects,
        ],
      },
    ],
  };
  const fixture = await startServer(seed);
  const { call } = fixture;
  const pages: Pages = {
    create: (body) => call("POST", "/v1/pages", body),
    get: (id, query = "") => call("GET", `/v1/pages/${id}${query}`),
    update: (id, body) => call("PATCH", `/v1/pages/${id}`, body),
    move: (id, parent) => call("POST", `/v1/pages/${id}/move`, { parent }),
    item: (id, property, query = "") => call("GET", `/v1/pages/${id}/properties/${property}${query}`),
    async addSource(properties, more = {}) {
      const { body } = await call("POST", "/v1/databases", {
        parent: { type: "page_id", page_id: PAGE },
        initial_data_source: { properties: { Name: { title: {} }, ...properties } },
        ...more,
      });
      return { databaseId: body.id, id: body.data_sources[0].id };
    },
    async addRow(dataSourceId, title, properties = {}) {
      const { body } = await pages.create({
        parent: { data_source_id: dataSourceId },
        properties: { Name: { title: text(title) }, ...properties },
      });
      return body.id;
    },
    async set(id, properties) {
      const { status, body } = await pages.update(id, { properties });
      return status === 200 ? body.properties : refusal({ status, body });
    },
  };
  return { ...fixture, ...pages };
}

export interface Pages {
  create(body: object): Promise<Called>;
  get(id: string, query?: string): Promise<Called>;
  update(id: string, body: object): Promise<Called>;
  move(id: string, parent: object): Promise<Called>;
  item(id: string, property: string, query?: string): Promise<Called>;
  /** A database in the page, with one data source. Its title property is `Name`. */
  addSource(properties: object, more?: object): Promise<{ databaseId: string; id: string }>;
  /** The id of a new row. */
  addRow(dataSourceId: string, title: string, properties?: object): Promise<string>;
  /** Writes values, and says what all values of the page are then, or what was refused. */
  // biome-ignore lint/suspicious/noExplicitAny: tests look into any answer
  set(id: string, properties: object): Promise<any>;
}

export { invalid, refusal, text, textAnswer } from "../answers.ts";

export const notFound = (noun: string, id: string, connection = { id: BOT, name: "Local development" }) => ({
  answered: 404,
  object: "error",
  status: 404,
  code: "object_not_found",
  message: `Could not find ${noun} with ID: ${id}. Make sure the relevant pages and databases are shared with your integration "${connection.name}".`,
  additional_data: { integration_id: connection.id },
});

/** A row of a data source with one property, and what a write makes of it. */
export async function startWith(config: object) {
  const fixture = await startWithPage();
  const source = await fixture.addSource({ Value: config });
  const row = await fixture.addRow(source.id, "Row");
  return {
    ...fixture,
    source,
    row,
    /** The value as it is, without the id of its property. */
    read: async () => withoutId((await fixture.get(row)).body.properties.Value),
    /** The value after a write, or what was refused. */
    write: async (value: object) => {
      const answer = await fixture.update(row, { properties: { Value: value } });
      return answer.status === 200 ? withoutId(answer.body.properties.Value) : refusal(answer);
    },
  };
}

/** A value without the id of its property, which is another one each time. */
// biome-ignore lint/suspicious/noExplicitAny: tests look into any answer
export function withoutId({ id, ...value }: any) {
  expect(id).toEqual(expect.any(String));
  return value;
}
