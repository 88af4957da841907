import type { Seed } from "../../src/index.ts";

const id = (number: number): string => `44444444-0000-8000-8000-${String(number).padStart(12, "0")}`;

export const PAGE = id(1);
export const OTHER_PAGE = id(2);
export const PARAGRAPH = id(3);
export const SECOND_PARAGRAPH = id(4);
export const DATABASE = id(5);
export const DATA_SOURCE = id(6);
export const ROW = id(7);
export const SECOND_ROW = id(8);
export const TEMPLATE = id(9);
export const COMMENT = id(10);
export const DISCUSSION = id(11);
export const PERSON = id(12);
export const BOT = id(13);
export const EMOJI = id(14);
/** Of things that this server does not have yet. */
export const MISSING = id(99);

/** One of everything that an operation of the SDK can be called with. */
export const world: Seed = {
  workspaces: [
    {
      name: "Official client",
      users: [{ id: PERSON, name: "Ada Moreno", email: "ada@example.com" }],
      connections: [{ id: BOT, name: "Local development", tokens: ["ntn_local_dev"] }],
      custom_emojis: [{ id: EMOJI, name: "beans", url: "https://example.com/beans.png" }],
      objects: [
        {
          object: "page",
          id: PAGE,
          title: "Home",
          comments: [
            { id: COMMENT, discussion_id: DISCUSSION, rich_text: "A word", created_by: { id: BOT } },
          ],
          children: [
            { id: PARAGRAPH, paragraph: { rich_text: "one" } },
            { id: SECOND_PARAGRAPH, paragraph: { rich_text: "two" } },
            { object: "page", id: OTHER_PAGE, title: "Elsewhere" },
            {
              object: "database",
              id: DATABASE,
              title: "Beans",
              data_sources: [
                {
                  id: DATA_SOURCE,
                  title: "Beans",
                  properties: { Name: { title: {} }, Price: { number: { format: "euro" } } },
                  rows: [
                    { id: ROW, properties: { Name: "Yirgacheffe", Price: 18 } },
                    { id: SECOND_ROW, properties: { Name: "Huila", Price: 16 } },
                  ],
                  templates: [{ id: TEMPLATE, properties: { Name: "New bean" } }],
                },
              ],
            },
          ],
        },
      ],
    },
  ],
};
