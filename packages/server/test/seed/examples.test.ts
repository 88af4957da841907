import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { describe, expect, test } from "vitest";
import { operations } from "../../src/__generated__/operations.ts";
import { createServer } from "../../src/index.ts";

/** "Now" in the examples. */
const NOW = new Date("2026-03-11T10:00:00.000Z");
const VERSION = "2026-03-11";

interface Example {
  operationId: keyof (typeof operations)[typeof VERSION];
  key: string;
  value: unknown;
}

const path = createRequire(import.meta.url).resolve(`@notional/spec/${VERSION}/openapi.json`);
const document = JSON.parse(readFileSync(path, "utf8"));

function resolved(node: unknown): Record<string, unknown> {
  const reference = (node as { $ref?: string })?.$ref;
  if (reference === undefined) return node as Record<string, unknown>;
  const decoded = (key: string): string => key.replaceAll("~1", "/").replaceAll("~0", "~");
  return reference
    .slice(2)
    .split("/")
    .reduce((inner, key) => inner[decoded(key)], document);
}

/** What an operation answers by its examples. */
function responseExamples(operationId: string): Example[] {
  const { path, method } = operations[VERSION][operationId as Example["operationId"]];
  const response = resolved(document.paths[path][method.toLowerCase()].responses["200"]);
  const content = response.content as Record<string, { examples: Record<string, unknown> }>;
  return Object.entries(content["application/json"]?.examples ?? {}).map(([key, example]) => ({
    operationId: operationId as Example["operationId"],
    key,
    value: resolved(example).value,
  }));
}

/** Asks a fresh server. */
async function ask(operationId: Example["operationId"], id: string, value?: unknown) {
  const { method, path: template } = operations[VERSION][operationId];
  const server = await createServer({
    clock: { now: () => NOW },
    settings: { strict: true },
    onError: (error) => {
      throw error;
    },
  });
  const response = await server.fetch(
    new Request(`http://localhost${template.replace(/\{\w+\}/, id)}`, {
      method,
      headers: {
        authorization: "Bearer ntn_local_dev",
        "notion-version": VERSION,
        "content-type": "application/json",
      },
      ...(value !== undefined && { body: JSON.stringify(value) }),
    }),
  );
  const body = (await response.json()) as { message?: string; request_id?: string };
  await server.close();
  return { status: response.status, message: body.message, body };
}

/** What the answer of an example shows is what a fresh server says. */
const SHOWN = ["getUser", "getSelf", "getPage", "getBlock", "getDatabase", "getDataSource", "getComment"];

/** Where an example shows something else than the sample workspace as it is at first, and why. */
const OTHERWISE: Record<string, string> = {
  "getSelf/internal_connection": "the limit of uploads is that of a paid plan",
  "getSelf/public_connection": "the connection of the sample workspace is an internal one",
  "getPage/filtered": "its request asks for certain properties",
  "getPage/partial": "its connection may not read content",
  "getBlock/partial": "its connection may not read content",
  "getComment/partial": "its connection may not read comments",
};

describe("shape", () => {
  const shown = SHOWN.flatMap(responseExamples).map(
    (example) => [`${example.operationId}/${example.key}`, example] as const,
  );
  test.each(shown)("%s is what a fresh server answers, or known not to be", async (name, example) => {
    const { id, request_id: _, ...rest } = example.value as { id: string; request_id: string };
    const { body } = await ask(example.operationId, id);
    const expected = { id, ...rest, request_id: undefined };
    const answered = expect({ ...body, request_id: undefined });
    // What is not otherwise any more leaves the list.
    if (name in OTHERWISE) answered.not.toEqual(expected);
    else answered.toEqual(expected);
  });
});
