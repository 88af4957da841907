import { describe, expect, test } from "vitest";
import { startNotion } from "../../src/vitest/index.ts";

const error = {
  object: "error",
  status: 404,
  code: "object_not_found",
  message: "No.",
  request_id: "0b5e8a14-6f2d-4c39-9a71-d3c2b1a09f87",
};
const answer = (body: object, status = 404) => Response.json(body, { status });
const url = "https://api.notion.com/v1/users?page_size=";
const ask = (to: string) => new Request(to, { headers: { "notion-version": "2026-03-11" } });

describe("shape", () => {
  test("a response and a request of the document pass, and stay readable", async () => {
    const response = answer(error);
    await expect(response).toMatchNotionSpec("getPage", { version: "2022-06-28" });
    expect(await response.json()).toEqual(error);
    await expect(ask(`${url}2`)).toMatchNotionSpec("listUsers");
  });
});

describe("validation", () => {
  test.each([
    ["an undeclared field", answer({ ...error, mood: "fine" }), 'unevaluated properties: "mood"'],
    ["a status", answer({ ...error, status: 418 }, 418), "418 is not documented"],
    ["a content type", new Response("<html>", { status: 404 }), '"text/plain" is not documented'],
    ["a request of another operation", ask("https://x/v1/search"), "GET /v1/search is another operation"],
  ])("%s is refused, with its schema", async (_, received, message) => {
    const check = async () => await expect(received).toMatchNotionSpec("getPage");
    await expect(check).rejects.toThrow(message);
    await expect(check).rejects.toThrow("schema: ");
  });

  test("a query that breaks a limit", async () => {
    const check = async () => await expect(ask(`${url}200`)).toMatchNotionSpec("listUsers");
    await expect(check).rejects.toThrow("query.page_size");
  });

  test("an operation that the version lacks, and what is neither request nor response", async () => {
    const older = async () => await expect(answer(error)).toMatchNotionSpec("queryDatabase");
    await expect(older).rejects.toThrow("2026-03-11 has no operation queryDatabase.");
    const none = async () => await expect({}).toMatchNotionSpec("getPage");
    await expect(none).rejects.toThrow("toMatchNotionSpec takes a Request or a Response.");
  });
});

describe("behaviour", () => {
  test.each(["server", "mock"] as const)("the %s answers as the document says", async (target) => {
    const notion = await startNotion({ target });
    const headers = { authorization: `Bearer ${notion.token}`, "notion-version": "2026-03-11" };
    const response = await fetch(`${notion.url}/v1/users/me`, { headers });
    await notion.close();
    expect(response.status).toBe(200);
    await expect(response).toMatchNotionSpec("getSelf");
  });
});
