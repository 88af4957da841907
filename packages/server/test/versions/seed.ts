import type { Seed } from "../../src/index.ts";

export const PAGE = "33333333-0000-8000-8000-000000000001";
export const DATABASE = "33333333-0000-8000-8000-000000000002";
export const SOURCE = "33333333-0000-8000-8000-000000000003";
export const ROW = "33333333-0000-8000-8000-000000000004";
export const BLOCK = "33333333-0000-8000-8000-000000000005";
export const SECOND_BLOCK = "33333333-0000-8000-8000-000000000006";
export const TWO_SOURCES = "33333333-0000-8000-8000-000000000007";
export const FIRST_OF_TWO = "33333333-0000-8000-8000-000000000008";
export const SECOND_OF_TWO = "33333333-0000-8000-8000-000000000009";

/** A page with two blocks, a database with a row, and a database with two data sources. */
export const seed: Seed = {
  workspaces: [
    {
      name: "Versions",
      connections: [{ name: "Local development", tokens: ["ntn_local_dev"] }],
      objects: [
        {
          object: "page",
          id: PAGE,
          title: "Home",
          children: [
            { id: BLOCK, paragraph: { rich_text: "one" } },
            { id: SECOND_BLOCK, paragraph: { rich_text: "two" } },
            {
              object: "database",
              id: DATABASE,
              title: "Beans",
              data_sources: [
                {
                  id: SOURCE,
                  title: "Beans",
                  properties: { Name: { title: {} }, Price: { number: { format: "euro" } } },
                  rows: [{ id: ROW, properties: { Name: "Yirgacheffe", Price: 18 } }],
                },
              ],
            },
            {
              object: "database",
              id: TWO_SOURCES,
              title: "Two",
              data_sources: [
                { id: FIRST_OF_TWO, title: "First", properties: { Name: { title: {} } } },
                { id: SECOND_OF_TWO, title: "Second", properties: { Name: { title: {} } } },
              ],
            },
          ],
        },
      ],
    },
  ],
};
