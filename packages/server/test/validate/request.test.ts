import { describe, expect, test } from "vitest";
import { validateRequest } from "../../src/validate/index.ts";
import { ID } from "./refusal.ts";

describe("shape", () => {
  test.each([
    ["B55C9C91384D452B81DBD1EF79372B75", ID],
    ["b55c9c91-384D-452b-81db-d1ef79372b75", ID],
    ["00000000000000000000000000000000", "00000000-0000-0000-0000-000000000000"],
    ["fffbfe90-567a-8132-b1b6-d28e4a5d2b0f", "fffbfe90-567a-8132-b1b6-d28e4a5d2b0f"],
  ])("the id %s has one spelling", async (page_id, dashed) => {
    const { path } = await validateRequest("2026-03-11", "getPage", {
      path: { page_id },
      query: [],
      body: undefined,
    });
    expect(path).toEqual({ page_id: dashed });
  });

  test("what only looks like the id of an object stays as it is", async () => {
    const path = { page_id: ID, property_id: "B55C9C91384D452B81DBD1EF79372B75" };
    const valid = await validateRequest("2026-03-11", "getPageProperty", {
      path,
      query: [],
      body: undefined,
    });
    expect(valid.path).toEqual(path);
  });

  test.each<[string, string, [string, string][], Record<string, unknown>]>([
    ["a number", "listUsers", [["page_size", "7"]], { page_size: 7 }],
    ["a boolean", "getPageMarkdown", [["include_transcript", "true"]], { include_transcript: true }],
    ["text of digits", "listUsers", [["start_cursor", "12"]], { start_cursor: "12" }],
    ["one of a list", "getPage", [["filter_properties", "a"]], { filter_properties: ["a"] }],
    [
      "a list in three spellings",
      "getPage",
      [
        ["filter_properties", "a,b"],
        ["filter_properties[]", "c"],
        ["filter_properties[0]", "d"],
      ],
      { filter_properties: ["a,b", "c", "d"] },
    ],
    ["nothing", "getPage", [], {}],
  ])("%s in a query", async (_title, operationId, query, read) => {
    const valid = await validateRequest("2026-03-11", operationId, {
      path: operationId === "listUsers" ? {} : { page_id: ID },
      query,
      body: undefined,
    });
    expect(valid.query).toEqual(read);
  });

  test("a JSON body that is left out is an empty object, where it may be", async () => {
    const none = { path: {}, query: [] as [string, string][], body: undefined };
    expect((await validateRequest("2026-03-11", "search", none)).body).toEqual({});
  });

  test("a body of another type is passed through", async () => {
    const body = new FormData();
    const request = { path: { file_upload_id: ID }, query: [] as [string, string][], body };
    expect((await validateRequest("2026-03-11", "sendFileUpload", request)).body).toBe(body);
  });

  test("an operation that the version lacks is a mistake of the caller", async () => {
    const request = { path: {}, query: [] as [string, string][], body: {} };
    await expect(validateRequest("2022-06-28", "queryDataSource", request)).rejects.toThrow(
      "2022-06-28 has no operation queryDataSource.",
    );
  });
});
