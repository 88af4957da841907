import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Mock } from "../src/index.ts";
import { createMock, notionVersions } from "../src/index.ts";

let mock: Mock;
beforeAll(async () => {
  mock = createMock();
  await mock.listen();
});
afterAll(() => mock.close());

const get = (path: string, version: string) =>
  fetch(`${mock.url}${path}`, {
    headers: { authorization: "Bearer ntn_local_dev", "notion-version": version },
  });

test("there is a bundle for each supported version", () => {
  expect(notionVersions).toEqual(["2022-06-28", "2025-09-03", "2026-03-11"]);
});

describe.each(notionVersions)("%s", (version) => {
  test("answers its first request", async () => {
    const fresh = createMock();
    const { url } = await fresh.listen();
    const headers = { authorization: "Bearer ntn_local_dev", "notion-version": version };
    const response = await fetch(`${url}/v1/users/me`, { headers });
    expect(response.status).toBe(200);
    expect(await response.json()).toMatchObject({ object: "user", type: "bot" });
    await fresh.close();
  });

  test("has the operations of its own version on the same port", async () => {
    const hasDataSources = version >= "2025-09-03";
    const { status } = await get("/v1/data_sources/1f6d2a40-7c3e-4b58-a1d9-2e4f6a8c0b12", version);
    expect(status).toBe(hasDataSources ? 200 : 400);
  });
});
