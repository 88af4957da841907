import { notionHandler } from "@notional/contract/msw";
import { Client } from "@notionhq/client";
import { setupServer } from "msw/node";
import { afterAll, beforeAll, expect, test } from "vitest";
import { whoAmI } from "../src/errands.ts";

// No server at all: requests to api.notion.com are answered where they are made.
const api = setupServer(notionHandler("getSelf"));
beforeAll(() => api.listen());
afterAll(() => api.close());

test("answers an example of the document", async () => {
  expect(await whoAmI(new Client({ auth: "ntn_any" }))).toBe("Roastery Sync");
});
