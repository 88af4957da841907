import { afterAll, beforeAll, expect, test } from "vitest";
import type { Mock } from "../src/index.ts";
import { createMock } from "../src/index.ts";
import { errorExample, fixture } from "./fixture.ts";

/** An operation that takes a file, and an error to answer with. */
const bundle = {
  ...fixture,
  paths: {
    "/v1/files": {
      post: {
        operationId: "sendFile",
        requestBody: {
          required: true,
          content: { "multipart/form-data": { schema: { $ref: "#/components/schemas/FileForm" } } },
        },
        responses: {
          "200": {
            description: "Sent.",
            content: { "application/json": { examples: { sent: { value: { sent: true } } } } },
          },
          "400": {
            description: "Wrong.",
            content: { "application/json": { examples: { wrong: { value: errorExample } } } },
          },
        },
      },
    },
  },
  components: {
    ...fixture.components,
    schemas: {
      Part: { type: "string", enum: ["first", "last"] },
      FileForm: {
        type: "object",
        additionalProperties: false,
        required: ["file"],
        properties: {
          file: { type: "string", format: "binary" },
          part: { $ref: "#/components/schemas/Part" },
        },
      },
    },
  },
};

let mock: Mock;
beforeAll(async () => {
  mock = createMock({ bundles: { "2026-03-11": bundle } });
  await mock.listen();
});
afterAll(() => mock.close());

async function send(body: FormData | string, headers: Record<string, string> = {}) {
  const response = await fetch(`${mock.url}/v1/files`, {
    method: "POST",
    headers: { authorization: "Bearer ntn_local_dev", "notion-version": "2026-03-11", ...headers },
    body,
  });
  const answer = (await response.json()) as { sent?: boolean; message?: string };
  return { status: response.status, answer, violations: response.headers.get("sl-violations") };
}

function form(fields: Record<string, string | Blob>): FormData {
  const data = new FormData();
  for (const [name, value] of Object.entries(fields)) data.append(name, value);
  return data;
}

const bytes = new Blob([new Uint8Array([13, 10, 13, 10, 45, 45, 0, 255])], { type: "image/jpeg" });

test("takes a file, with fields beside it or without", async () => {
  for (const good of [form({ file: bytes }), form({ file: bytes, part: "last" })]) {
    expect(await send(good)).toEqual({ status: 200, answer: { sent: true }, violations: null });
  }
});

test("takes a part of a file as large as the API does", async () => {
  const { status } = await send(form({ file: new Blob([new Uint8Array(20 * 1024 * 1024)]) }));
  expect(status).toBe(200);
});

test.each([
  [form({ part: "first" }), "body.file should be defined, instead was `undefined`."],
  [form({ file: bytes, part: "next" }), 'body.part should be `"first"` or `"last"`, instead was `"next"`.'],
  [form({ file: bytes, colour: "red" }), 'body.colour should be not present, instead was `"red"`.'],
])("refuses a form that breaks the schema (%#)", async (wrong, message) => {
  const { status, answer } = await send(wrong);
  expect(status).toBe(400);
  expect(answer.message).toBe(`body failed validation: ${message}`);
});

test("refuses what is not a form", async () => {
  const json = await send("{}", { "content-type": "application/json" });
  const problem = "Supported content types: multipart/form-data";
  expect(json.answer.message).toBe(`Content-Type header failed validation: ${problem}.`);
  expect(json.violations).toContain(problem);

  const broken = await send("hello", { "content-type": "multipart/form-data; boundary=x" });
  expect(broken.answer.message).toBe("body failed validation: body should be a form with its boundary.");
});
