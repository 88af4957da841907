import { setupServer } from "msw/node";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { notionHandler } from "../../src/msw/index.ts";

const api = setupServer();
beforeAll(() => api.listen());
afterEach(() => api.resetHandlers());
afterAll(() => api.close());

const PAGE = "1f6d2a40-7c3e-4b58-a1d9-2e4f6a8c0b12";
const get = () => fetch(`https://api.notion.com/v1/pages/${PAGE}`);

describe("shape", () => {
  test("answers the first example of the document", async () => {
    api.use(notionHandler("getPage"));
    expect(await (await get()).json()).toMatchObject({ object: "page" });
  });
});

describe("validation", () => {
  test("what the API would never answer fails, with the reason", async () => {
    api.use(notionHandler("getPage", { object: "page" } as never));
    const response = await get();
    expect(response.status).toBe(500);
    expect(await response.text()).toContain("getPage of 2026-03-11 does not answer so");
  });

  test("an operation that the version lacks", () => {
    expect(() => notionHandler("queryDatabase" as never)).toThrow(
      "2026-03-11 has no operation queryDatabase.",
    );
  });
});

describe("behaviour", () => {
  test("answers are made of requests", async () => {
    api.use(
      notionHandler("getPage", ({ params, query }) => ({
        object: "page" as const,
        id: `${params.page_id}`,
        request_id: `${query.get("filter_properties")}`,
      })),
    );
    const response = await fetch(`https://api.notion.com/v1/pages/${PAGE}?filter_properties=${PAGE}`);
    expect(await response.json()).toEqual({ object: "page", id: PAGE, request_id: PAGE });
  });
});
