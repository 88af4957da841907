import { describe, expect, test } from "vitest";
import type { Bundle } from "../src/bundle.ts";
import { createChecker } from "../src/checker.ts";
import { parseEventStream } from "../src/event-stream.ts";

describe("parseEventStream", () => {
  test("reads names and data, and leaves comments out", () => {
    const text = ": open\n\nevent: note\ndata: {\ndata: }\n\n: here\nevent:end\ndata:1\n\n";
    expect(parseEventStream(text)).toEqual([
      { event: "note", data: "{\n}" },
      { event: "end", data: "1" },
    ]);
  });

  test("takes every kind of line end, and a last block without a blank line", () => {
    expect(parseEventStream("data: 1\r\n\r\ndata: 2\r\rdata: 3")).toEqual([
      { event: "message", data: "1" },
      { event: "message", data: "2" },
      { event: "message", data: "3" },
    ]);
  });
});

const bundle: Bundle = {
  info: { title: "Notes", version: "2026-03-11" },
  "x-notional-source-hash": "0",
  paths: {
    "/v1/notes": {
      get: {
        operationId: "listNotes",
        responses: {
          "200": {
            description: "Notes.",
            content: { "text/event-stream": { schema: { $ref: "#/components/schemas/Stream" } } },
          },
        },
      },
    },
  },
  components: {
    schemas: {
      Stream: { type: "string", contentSchema: { $ref: "#/components/schemas/Note" } },
      Note: {
        type: "object",
        required: ["type", "text"],
        properties: { type: { const: "note" }, text: { type: "string" } },
      },
    },
  },
};

describe("checkResponse", () => {
  const checker = createChecker(bundle);
  const [operation] = checker.operations;
  const headers = { "content-type": "text/event-stream; charset=utf-8" };
  const check = (body: string) =>
    operation && checker.checkResponse(operation, { status: 200, headers, body });

  test("accepts a stream whose events fit", () => {
    expect(check('event: note\ndata: {"type":"note","text":"a"}\n\n: comment\n\n')).toEqual([]);
  });

  test.each([
    ["a field that is missing", 'event: note\ndata: {"type":"note"}', ["/1/"]],
    ["a field that is not declared", 'event: note\ndata: {"type":"note","text":"a","by":1}', ["/1/"]],
    ["a name that is not the type", 'event: end\ndata: {"type":"note","text":"a"}', ["/1"]],
    ["data that is not JSON", "event: note\ndata: {", ["/1"]],
  ])("says which event has %s", (_, wrong, at) => {
    const good = 'event: note\ndata: {"type":"note","text":"a"}\n\n';
    expect(check(good + wrong)?.map((problem) => problem.at)).toEqual(at);
  });

  test("refuses a stream without events", () => {
    expect(check(": nothing\n\n")?.map((problem) => problem.message)).toEqual(["has no events"]);
  });
});
