import { test } from "vitest";
import { type Notion, type NotionOptions, startNotion } from "./notion.ts";

/**
 * A `test` with the Notion API as fixture: one for each file that makes it, and as it was at first for each test.
 *
 * @param options as for `startNotion`
 * @example
 * const test = notionTest({ seed: "workspace.yaml" });
 * test("…", async ({ notion }) => { new Client({ auth: notion.token, baseUrl: notion.url }) });
 */
export function notionTest(options: NotionOptions = {}) {
  return test.extend<{ running: Notion; notion: Notion }>({
    running: [
      // biome-ignore lint/correctness/noEmptyPattern: Vitest reads the names of fixtures out of the pattern
      async ({}, use) => {
        const running = await startNotion(options);
        await use(running);
        await running.close();
      },
      { scope: "file" },
    ],
    notion: async ({ running }, use) => {
      await running.reset();
      await use(running);
    },
  });
}
