import type { JsonObject } from "@notional/redocly-plugin";
import { afterEach, expect, test } from "vitest";
import { ExampleThreads } from "../src/examples/threads.ts";

/** A document with one answer, whose example is given. */
function documentWith(value: string | number): JsonObject {
  const content = { "application/json": { schema: { type: "string" }, examples: { one: { value } } } };
  return { openapi: "3.1.0", paths: { "/x": { get: { responses: { "200": { content } } } } } };
}

let threads: ExampleThreads;
afterEach(() => threads.close());

test("more documents than threads are checked in turn, each with its own answer", async () => {
  threads = new ExampleThreads(1);
  const findings = await Promise.all(
    [documentWith("a"), documentWith(1), documentWith("b")].map((d) => threads.check(d)),
  );
  expect(findings.map((of) => of.map(({ message }) => message))).toEqual([
    [],
    ["the value must be string"],
    [],
  ]);
});
