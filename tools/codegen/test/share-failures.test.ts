import type { OpenAPI3 } from "openapi-typescript";
import { expect, test } from "vitest";
import { typesModule } from "../src/types-module.ts";

const ref = (name: string) => ({ $ref: `#/components/responses/${name}` });
const ok = { 200: { description: "The thing." } };

/** What is printed of operations with these responses. */
async function print(operations: Record<string, object>): Promise<string> {
  const paths = Object.entries(operations).map(([operationId, responses]) => [
    `/v1/${operationId}`,
    { get: { operationId, responses } },
  ]);
  const names = ["NotFound", "OauthNotFound", "Conflict"];
  const responses = Object.fromEntries(names.map((name) => [name, { description: name }]));
  const document = {
    openapi: "3.1.0",
    info: { title: "", version: "1" },
    paths: Object.fromEntries(paths),
    components: { responses },
  };
  const text = await typesModule(
    { version: "1", hash: "abc", document: document as unknown as OpenAPI3 },
    "def",
    "The types of a test.",
  );
  return text.slice(text.indexOf("export type $defs"));
}

test("failures by name are declared once, whatever the operations answer else", async () => {
  const failures = { 404: ref("NotFound"), 409: ref("Conflict") };
  const text = await print({ getOne: { ...ok, ...failures }, getOther: { ...ok, ...failures } });
  expect(text).toContain(
    "/** What operations fail with. */\ninterface failures1 {\n" +
      '    404: components["responses"]["NotFound"];\n    409: components["responses"]["Conflict"];\n}\n',
  );
  expect(text.match(/ & failures1;/g)).toHaveLength(2);
  expect(text.match(/\["NotFound"\]/g)).toHaveLength(1);
  expect(text.match(/ 200: \{/g)).toHaveLength(2);
});

test("the same statuses with other responses are others", async () => {
  const text = await print({
    getOne: { ...ok, 404: ref("NotFound") },
    getOther: { ...ok, 404: ref("OauthNotFound") },
  });
  expect(text).toContain('interface failures1 {\n    404: components["responses"]["NotFound"];');
  expect(text).toContain('interface failures2 {\n    404: components["responses"]["OauthNotFound"];');
  expect(text.match(/ & failures2;/g)).toHaveLength(1);
});

test("what is no failure, or has no name, stays where it is", async () => {
  const text = await print({ getOne: { 200: ref("NotFound"), 404: { description: "Nothing." } } });
  expect(text).not.toContain("failures");
  expect(text).toContain('200: components["responses"]["NotFound"];');
});
