import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { describe, expect, test } from "vitest";
import { operations } from "../../src/__generated__/operations.ts";
import { createServer } from "../../src/index.ts";
import { missingOperations } from "../../src/operations/not-implemented.ts";

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

/** The examples of what requests send. */
function requestExamples(): Example[] {
  return Object.values(document.paths as Record<string, Record<string, Record<string, unknown>>>).flatMap(
    (item) =>
      Object.values(item).flatMap(({ operationId, requestBody }) => {
        const content = resolved(requestBody)?.content as Record<
          string,
          { examples?: Record<string, unknown> }
        >;
        return Object.entries(content?.["application/json"]?.examples ?? {}).map(([key, example]) => ({
          operationId: operationId as Example["operationId"],
          key,
          value: resolved(example).value,
        }));
      }),
  );
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

/** What the examples of an operation are about, where its path asks. */
const ABOUT: Partial<Record<Example["operationId"], string | Record<string, string>>> = {
  updatePage: "70c18fa6-d294-41be-873f-84a5c8026178",
  movePage: "2a7e3b51-8d4f-4c69-b2ea-3f507b9d1c23",
  appendBlockChildren: {
    other: "2a7e3b51-8d4f-4c69-b2ea-3f507b9d1c23",
    table_row: "d627e50c-38fa-4714-ad95-ea0b2e68c706",
  },
  updateBlock: {
    other: "d627e50c-38fa-4714-ad95-ea0b2e68c702",
    check: "d627e50c-38fa-4714-ad95-ea0b2e68c703",
    table_headers: "d627e50c-38fa-4714-ad95-ea0b2e68c706",
  },
  updateDatabase: "5eaf6d84-b072-4f9c-a51d-6283a6e04f56",
  updateDataSource: {
    other: "6fb07e95-c183-40ad-b62e-7394b7f15067",
    change_options: "4d9f5c73-af61-4e8b-940c-517295df3e45",
  },
  queryDataSource: "4d9f5c73-af61-4e8b-940c-517295df3e45",
  updateComment: "8d3f5a90-1b42-4c07-9e6d-5a7c1e2b3f41",
};

/** What no fresh server can do, or this one cannot do yet. */
const NO_UPLOADS =
  "Could not find file upload with ID: b405c3ea-16d8-45f2-8b73-c8e90c46a5bc. The local server has no file uploads yet.";
const EXCEPTIONS: Record<string, [status: number, message: string]> = {
  "createPage/other_values": [400, NO_UPLOADS],
  "updatePage/icon_and_cover": [400, NO_UPLOADS],
  "appendBlockChildren/media": [400, NO_UPLOADS],
  "createPage/markdown": [501, "The local server does not implement createPage with markdown yet."],
  "createComment/answer": [501, "The local server does not implement createComment with markdown yet."],
  "updateComment/markdown": [501, "The local server does not implement updateComment with markdown yet."],
  // Pages in the workspace are for public connections, and the token of the sample workspace is of an internal one.
  "createPage/private_page": [
    400,
    "Provide a `parent.page_id` or `parent.database_id` parameter to create a page, or use a public integration with `insert_content` capability. Internal integrations aren't owned by a single user, so creating workspace-level private pages is not supported.",
  ],
  // It makes Beans, which are there already.
  "createDataSource/every_type": [400, "The prefix LOT is already in use in this workspace."],
};

async function send({ operationId, key, value }: Example) {
  const about = ABOUT[operationId];
  return await ask(
    operationId,
    typeof about === "string" ? about : (about?.[key] ?? about?.other ?? ""),
    value,
  );
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

const missing: readonly string[] = missingOperations;
const examples = requestExamples().filter(({ operationId }) => !missing.includes(operationId));

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

describe("behaviour", () => {
  test.each(examples.map((example) => [`${example.operationId}/${example.key}`, example] as const))(
    "%s works against a fresh server",
    async (name, example) => {
      const { status, message } = await send(example);
      expect([status, message]).toEqual(EXCEPTIONS[name] ?? [200, undefined]);
    },
  );
});
