import { type Checker, escapePointer, type Operation } from "@notional/checker";
import { latestVersion } from "@notional/client";
import { readGuides } from "@notional/docs";
import { createServer, type Server } from "@notional/server";
import { afterAll, beforeAll, describe, expect, inject, test } from "vitest";
import { responseCases } from "../src/cases.ts";
import { checkerOf } from "../src/checkers.ts";
import { type CurlCall, curlCalls } from "../src/guides/curl.ts";
import { samplesOf } from "../src/guides/samples.ts";
import { typecheck } from "../src/guides/typecheck.ts";

const guides = (await readGuides()).flatMap((group) => group.guides);
const samples = guides.flatMap(samplesOf);
const inLanguage = (language: string) =>
  samples
    .filter((sample) => sample.language === language)
    .map((sample) => ({ ...sample, at: `${sample.guide}.md:${sample.line}` }));

function operationOf(checker: Checker, operationId: string): Operation {
  const operation = checker.operations.find((other) => other.operationId === operationId);
  if (!operation) throw new Error(`No operation is ${operationId}.`);
  return operation;
}

test.for(inLanguage("json"))("$at is as documented", ({ says, code }) => {
  const checker = checkerOf(says.version ?? latestVersion);
  const value: unknown = JSON.parse(code);
  if (says.schema) {
    expect(checker.bundle.components.schemas).toHaveProperty([says.schema]);
    return expect(checker.check(`/components/schemas/${says.schema}`, value)).toEqual([]);
  }
  if (says.webhook) {
    expect(checker.bundle.webhooks).toHaveProperty([says.webhook]);
    const pointer = `/webhooks/${escapePointer(says.webhook)}/post/requestBody/content/application~1json/schema`;
    return expect(checker.check(pointer, value)).toEqual([]);
  }
  const operation = operationOf(checker, says.request ?? says.response ?? "");
  if (says.request) {
    return expect(
      checker.check(`${operation.pointer}/requestBody/content/application~1json/schema`, value),
    ).toEqual([]);
  }
  const response = { status: Number(says.status ?? 200), headers: { "content-type": "application/json" } };
  expect(checker.checkResponse(operation, { ...response, body: value })).toEqual([]);
});

describe("curl", () => {
  let server: Server;
  beforeAll(async () => {
    server = await createServer();
  });
  afterAll(() => server.close());
  /** What stands at each port of `notional start`. */
  const at: Record<string, (path: string, init: RequestInit) => Promise<Response>> = {
    "http://localhost:4000": (path, init) => server.fetch(new Request(`http://localhost:4000${path}`, init)),
    "http://localhost:4010": (path, init) => fetch(inject("mock").url + path, init),
  };

  const sent = inLanguage("sh").flatMap((sample) =>
    curlCalls(sample.code).map((call) => ({ ...sample, call })),
  );
  test.for(sent)("$at is answered", async ({ says, call }) => {
    expect(Object.keys(at)).toContain(call.url.origin);
    const version = call.headers["notion-version"] ?? "";
    const checker = checkerOf(version);
    const status = Number(says.status ?? 200);
    if (status === 200 && !call.form) expect(checker.checkRequest(requestOf(call))).toEqual([]);
    const answer = await at[call.url.origin]?.(call.url.pathname + call.url.search, {
      method: call.method,
      headers: call.headers,
      body: call.form ? formOf(call.form) : (call.body ?? null),
    });
    expect([answer?.status, await answer?.text()]).toEqual([status, expect.any(String)]);
  });
});

test("TypeScript compiles", async () => {
  expect(await typecheck(inLanguage("ts"))).toEqual([]);
});

test("the guides of errors tell of every code", () => {
  const checker = checkerOf(latestVersion);
  const answers = checker.operations.flatMap((operation) => responseCases(checker.bundle, operation));
  const codes = new Set(
    answers.flatMap(({ status, value }) => {
      const { code, error } = value as { code?: string; error?: string };
      return status < 400 ? [] : (code ?? error ?? []);
    }),
  );
  const told = guides
    .filter(({ name }) => ["errors", "oauth"].includes(name))
    .map(({ markdown }) => markdown);
  expect([...codes].filter((code) => !told.some((text) => text.includes(`\`${code}\``)))).toEqual([]);
});

test("the guide of webhooks names every one", () => {
  const markdown = guides.find(({ name }) => name === "webhooks")?.markdown ?? "";
  const events = Object.keys(checkerOf(latestVersion).bundle.webhooks ?? {});
  expect(events.filter((event) => !markdown.includes(`[\`${event}\`]`))).toEqual([]);
});

const requestOf = ({ method, url, headers, body }: CurlCall) => ({
  method,
  path: url.pathname,
  query: [...url.searchParams],
  headers,
  ...(body !== undefined && { body: JSON.parse(body) as unknown }),
});

function formOf(fields: [string, string][]): FormData {
  const form = new FormData();
  for (const [name, value] of fields) {
    const [, file, type = ""] = /^@([^;]+)(?:;type=(.+))?$/.exec(value) ?? [];
    if (file === undefined) form.set(name, value);
    else form.set(name, new Blob(["…"], { type }), file);
  }
  return form;
}
