import { describe, expect, test } from "vitest";
import { createChecker, type RecordedRequest } from "../src/checker.ts";
import { fixture } from "./fixture.ts";

const checker = createChecker(fixture);
const getBook = checker.operations.find((operation) => operation.operationId === "getBook");
const json = { "content-type": "application/json; charset=utf-8" };

function request(change: Partial<RecordedRequest>): RecordedRequest {
  return { method: "GET", path: "/v1/books/moby", query: [], headers: {}, ...change };
}

function answer(body: unknown, status = 200, headers: Record<string, string> = json) {
  if (!getBook) throw new Error("The fixture has getBook.");
  return checker.checkResponse(getBook, { status, headers, body });
}

describe("operationOf", () => {
  test("prefers a literal step over a parameter", () => {
    expect(checker.operationOf({ method: "GET", path: "/v1/books/me" })?.operationId).toBe("getMyBook");
    expect(checker.operationOf({ method: "GET", path: "/v1/books/moby" })?.operationId).toBe("getBook");
  });

  test("knows nothing of other methods and paths", () => {
    expect(checker.operationOf({ method: "DELETE", path: "/v1/books/moby" })).toBeUndefined();
    expect(checker.operationOf({ method: "GET", path: "/v1/books" })).toBeUndefined();
    expect(checker.operationOf({ method: "GET", path: "/v1/books/" })).toBeUndefined();
  });
});

describe("checkRequest", () => {
  test("accepts what is declared, with wire strings read as the types of the schema", () => {
    const query: [string, string][] = [
      ["page_size", "100"],
      ["tag", "a"],
      ["tag", "b"],
    ];
    expect(checker.checkRequest(request({ query }))).toEqual([]);
  });

  test.each([
    ["a query parameter out of range", request({ query: [["page_size", "101"]] }), "query.page_size"],
    ["a query parameter of another type", request({ query: [["page_size", "many"]] }), "query.page_size"],
    ["an undeclared query parameter", request({ query: [["colour", "red"]] }), "query.colour"],
    ["a path parameter that breaks its pattern", request({ path: "/v1/books/42" }), "path.book_id"],
    ["a body where none is declared", request({ body: {} }), "body"],
    ["no body where one is required", request({ method: "PATCH" }), "body"],
    ["an undeclared field", request({ method: "PATCH", body: { titel: "x" } }), "/"],
    ["an unknown path", request({ path: "/v1/papers" }), "GET /v1/papers"],
  ])("refuses %s", (_, wrong, at) => {
    expect(checker.checkRequest(wrong).map((problem) => problem.at)).toEqual([at]);
  });
});

describe("checkRequest of a form", () => {
  const form = (body: unknown, type = "multipart/form-data; boundary=x") =>
    checker.checkRequest(
      request({ method: "POST", path: "/v1/books/moby/cover", body, headers: { "content-type": type } }),
    );

  test("holds the fields to the schema", () => {
    expect(form({ file: "a picture", side: "front" })).toEqual([]);
    expect(form({ side: "front" })[0]?.message).toContain("file");
    expect(form({ file: "a picture", side: "back" })[0]?.at).toBe("/side");
    expect(form({ file: "a picture", colour: "red" })[0]?.message).toContain("colour");
  });

  test("refuses a content type that is not documented", () => {
    expect(form({ file: "a picture" }, "application/json")[0]?.at).toBe("content-type");
  });
});

describe("checkResponse", () => {
  test("accepts a member of a union that shares a base", () => {
    expect(answer({ id: "moby", type: "novel", novel: { pages: 635 } })).toEqual([]);
  });

  test.each([
    [
      "an undeclared field at the top",
      { id: "moby", type: "novel", novel: {}, colour: "red" },
      "/",
      "colour",
    ],
    [
      "an undeclared field below",
      { id: "moby", type: "novel", novel: { colour: "red" } },
      "/novel",
      "colour",
    ],
    ["a missing field of the base", { type: "novel", novel: {} }, "/", "id"],
    [
      "a wrong type in the member that the tag names",
      { id: "moby", type: "atlas", atlas: { maps: "3" } },
      "/atlas/maps",
      "integer",
    ],
  ])("refuses %s, naming only what helps", (_, body, at, word) => {
    const problems = answer(body);
    expect(problems.map((problem) => problem.at)).toEqual([at]);
    expect(problems[0]?.message).toContain(word);
  });

  test("refuses an undocumented status", () => {
    expect(answer({}, 418)).toEqual([
      { at: "status", message: "418 is not documented", schema: "/paths/~1v1~1books~1{book_id}/get" },
    ]);
  });

  test("refuses an undocumented content type", () => {
    expect(answer({}, 200, { "content-type": "text/html" })[0]?.message).toBe(
      '"text/html" is not documented',
    );
  });
});
