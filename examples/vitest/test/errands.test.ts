import { notionTest } from "@notional/contract/vitest";
import { Client } from "@notionhq/client";
import { expect } from "vitest";
import { finishErrand, openErrands } from "../src/errands.ts";

const ERRANDS = "11111111-1111-4111-8111-111111111111";
const MILK = "22222222-2222-4222-8222-222222222222";

// The API of this file, in this process. Each test begins with the seed.
const test = notionTest({
  seed: {
    workspaces: [
      {
        name: "Home",
        connections: [{ name: "Errands", tokens: ["ntn_local_dev"] }],
        objects: [
          {
            object: "database",
            title: "Errands",
            data_sources: [
              {
                id: ERRANDS,
                title: "Errands",
                properties: { Name: "title", Done: "checkbox" },
                rows: [{ id: MILK, title: "Milk" }, { title: "Bread" }],
              },
            ],
          },
        ],
      },
    ],
  },
});

test("what is done is no longer open", async ({ notion }) => {
  const client = new Client({ auth: notion.token, baseUrl: notion.url });
  await finishErrand(client, MILK);
  expect(await openErrands(client, ERRANDS)).toEqual(["Bread"]);
});

test("what another test has done is not seen", async ({ notion }) => {
  const client = new Client({ auth: notion.token, baseUrl: notion.url });
  expect((await openErrands(client, ERRANDS)).sort()).toEqual(["Bread", "Milk"]);
});

test("a request and its answer keep to the document", async ({ notion }) => {
  const request = new Request(`${notion.url}/v1/data_sources/${ERRANDS}/query`, {
    method: "POST",
    headers: {
      authorization: `Bearer ${notion.token}`,
      "notion-version": "2026-03-11",
      "content-type": "application/json",
    },
    body: JSON.stringify({ page_size: 1 }),
  });
  await expect(request).toMatchNotionSpec("queryDataSource", { version: "2026-03-11" });
  await expect(await fetch(request)).toMatchNotionSpec("queryDataSource", { version: "2026-03-11" });
});
