import type { Seed, SeedObject } from "../../../src/index.ts";
import { emptySeed } from "../../../src/seed/empty.ts";
import { type Called, type Fixture, startServer } from "../../fixture.ts";
import { invalid, text } from "../answers.ts";

export const PAGE = "10000000-0000-4000-8000-000000000001";
export const BOT = "00000000-0000-8000-8000-00000000bbbb";
export const ADA = "10000000-0000-4000-8000-0000000000ad";

/** A server with one page, which is not at the top, and with what the test puts beside it. */
export async function startWithPage(
  children: SeedObject[] = [],
  others: SeedObject[] = [],
  connections: NonNullable<Seed["workspaces"][number]["connections"]> = [],
): Promise<Fixture & Blocks> {
  const [local] = emptySeed.workspaces;
  const seed: Seed = {
    workspaces: [
      {
        ...local,
        name: "Local workspace",
        users: [{ id: ADA, name: "Ada", email: "ada@example.org" }],
        connections: [...(local?.connections ?? []), ...connections],
        custom_emojis: [{ id: EMOJI, name: "beans", url: "https://example.com/beans.png" }],
        objects: [
          {
            object: "page",
            title: "Home",
            children: [{ object: "page", id: PAGE, title: "Page", children }],
          },
          ...others,
        ],
      },
    ],
  };
  const fixture = await startServer(seed);
  const { call } = fixture;
  return {
    ...fixture,
    get: (id) => call("GET", `/v1/blocks/${id}`),
    list: (id, query = "") => call("GET", `/v1/blocks/${id}/children${query}`),
    append: (id, children, position) =>
      call("PATCH", `/v1/blocks/${id}/children`, { children, ...(position && { position }) }),
    update: (id, body) => call("PATCH", `/v1/blocks/${id}`, body),
    remove: (id) => call("DELETE", `/v1/blocks/${id}`),
  };
}

export const EMOJI = "10000000-0000-4000-8000-0000000000e0";

export interface Blocks {
  get(id: string): Promise<Called>;
  list(id: string, query?: string): Promise<Called>;
  append(id: string, children: object[], position?: object): Promise<Called>;
  update(id: string, body: object): Promise<Called>;
  remove(id: string): Promise<Called>;
}

export { invalid, refusal, text } from "../answers.ts";

/** A paragraph as requests have it. */
export const paragraph = (content: string, children?: object[]) => ({
  paragraph: { rich_text: text(content), ...(children && { children }) },
});

/** Something of each block of a list. */
export const each = <Value>({ body }: Called, read: (block: Called["body"]) => Value): Value[] =>
  body.results.map(read);

/** What stands under its type. */
export const contentOf = (block: Called["body"]): object => block[block.type];

/** What blocks say, in their order: the text of those that have one, else their type. */
export const texts = (list: Called): string[] =>
  each(list, (block) => block[block.type].rich_text?.[0]?.plain_text ?? block.type);

export const refused = (reason: string): object =>
  invalid(`Content creation Failed. Fix the following: \n${reason}`);
