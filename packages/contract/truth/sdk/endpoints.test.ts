import { readFileSync } from "node:fs";
import { bundledVersions, loadBundle, type Operation, operationsOf, type Schema } from "@notional/checker";
import { describe, expect, test } from "vitest";
import { propertyNames } from "../../src/properties.ts";
import { type Endpoint, sdkEndpoints } from "../../src/sdk/endpoints.ts";
import { aliases, notInOurs, notInTheirs, unwritten } from "./endpoints.ts";

const bundle = loadBundle(bundledVersions().at(-1) as string);
const operations = new Map(operationsOf(bundle).map((operation) => [operation.operationId, operation]));
const endpoints = (await sdkEndpoints()).filter((endpoint) => endpoint.isPublic);
const named = (name: string) => operations.get(aliases[name] ?? name);

test("there are endpoints", () => {
  expect(endpoints.length).toBeGreaterThan(50);
});

test("what is listed as unwritten is that, and nothing else", () => {
  const missing = endpoints.map(({ name }) => name).filter((name) => !named(name));
  expect(missing.sort()).toEqual([...unwritten].sort());
});

test("exceptions are of endpoints that there are", () => {
  const names = new Set(endpoints.map(({ name }) => name));
  const keys = [notInOurs, notInTheirs, aliases].flatMap((list) => Object.keys(list));
  expect(keys.filter((key) => !names.has(key.split(" ")[0] as string))).toEqual([]);
});

describe.each(endpoints.filter(({ name }) => named(name)))("$name", (endpoint) => {
  const operation = named(endpoint.name) as Operation;

  test("has the method and the path", () => {
    expect(`${operation.method} ${operation.path}`).toBe(`${endpoint.method} ${endpoint.path}`);
  });

  test.each(["path", "query", "body"] as const)("has the same parameters in its %s", (where) => {
    const ours = ourNames(operation, where);
    const theirs = theirNames(endpoint, where);
    const key = `${endpoint.name} ${where}`;
    expect({
      "not in ours": theirs.filter((name) => !ours.has(name)).sort(),
      // The SDK hands the body of some endpoints through; the types of `requests.test-d.ts` say what is in it.
      "not in theirs":
        where === "body" && theirs.length === 0
          ? []
          : [...ours].filter((name) => !theirs.includes(name)).sort(),
    }).toEqual({
      "not in ours": Object.keys(notInOurs[key] ?? {}).sort(),
      "not in theirs": Object.keys(notInTheirs[key] ?? {}).sort(),
    });
  });

  test("is in the checks of types, in each direction", () => {
    const lines = (file: string) => readFileSync(new URL(file, import.meta.url), "utf8").replace(/\s+/g, " ");
    const count = (text: string, side: string) =>
      text.split(`${side}<"${operation.operationId}">`).length - 1;
    expect({
      responses: count(lines("responses.test-d.ts"), "Answer"),
      requests: count(lines("requests.test-d.ts"), "Asked"),
    }).toEqual({ responses: 2, requests: 2 });
  });
});

function ourNames(operation: Operation, where: "path" | "query" | "body"): Set<string> {
  if (where === "body") {
    const schemas = Object.values(operation.requestBody?.content ?? {}).map(({ schema }) => schema as Schema);
    return propertyNames(bundle, schemas);
  }
  return new Set(operation.parameters.filter((parameter) => parameter.in === where).map(({ name }) => name));
}

function theirNames(endpoint: Endpoint, where: "path" | "query" | "body"): string[] {
  if (where === "path") return endpoint.pathParams;
  if (where === "query") return endpoint.queryParams;
  return [...endpoint.bodyParams, ...endpoint.formDataParams];
}
