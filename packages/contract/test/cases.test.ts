import { operationsOf } from "@notional/checker";
import { describe, expect, test } from "vitest";
import { fixture } from "../../checker/test/fixture.ts";
import { requestCases, responseCases } from "../src/cases.ts";

const operations = new Map(operationsOf(fixture).map((operation) => [operation.operationId, operation]));

function operation(operationId: string) {
  const found = operations.get(operationId);
  if (!found) throw new Error(`The fixture has ${operationId}.`);
  return found;
}

describe("requestCases", () => {
  test("an operation without a body is called with the least and with every parameter", () => {
    expect(requestCases(fixture, operation("getBook"))).toEqual([
      { name: "no_body", path: { book_id: "moby" }, query: {} },
      { name: "every_parameter", path: { book_id: "moby" }, query: { page_size: 10, tag: ["a", "b"] } },
    ]);
  });

  test("an operation with a body is called once per example", () => {
    expect(requestCases(fixture, operation("updateBook"))).toEqual([
      { name: "rename", path: { book_id: "moby" }, query: {}, body: { title: "Moby Dick" } },
    ]);
  });
});

test("a form is sent as one", async () => {
  const [request] = requestCases(fixture, operation("sendCover"));
  const form = request?.body as FormData;
  expect(request?.name).toBe("cover");
  expect(await (form.get("file") as File).text()).toBe("a picture");
  expect(form.get("side")).toBe("front");
});

describe("responseCases", () => {
  test("every example of every status", () => {
    expect(responseCases(fixture, operation("getBook"))).toEqual([
      {
        name: "a_book",
        status: 200,
        mediaType: "application/json",
        value: { id: "moby", kind: "novel", novel: {} },
      },
    ]);
  });
});
