import { describe, expect, test } from "vitest";
import { startTarget, type Target } from "./target.ts";

const bytes = (...parts: (string | number[])[]): Uint8Array =>
  Buffer.concat(parts.map((part) => (typeof part === "string" ? Buffer.from(part) : Buffer.from(part))));

/** Texts within texts, written without walking them. */
const deep = (depth: number, open: string, inner: string, close: string): string =>
  open.repeat(depth) + inner + close.repeat(depth);

const tooDeep = "body failed validation: body should be nested ≤ `64` levels deep.";

async function refusalOf({ call }: Target, ...request: Parameters<Target["call"]>) {
  const { status, body } = await call(...request);
  const { request_id: _, ...refusal } = body;
  expect(status).toBe(refusal.status);
  return refusal;
}

const refused = (code: string, message: string) => ({ object: "error", status: 400, code, message });
const invalidJson = refused("invalid_json", "Error parsing JSON body.");
const tooLarge = refused("validation_error", "The request body is larger than 500 KB.");

describe("validation", () => {
  test.each([
    ["nothing but a brace", "{"],
    ["two values", "{}{}"],
    ["a comment", "{}//"],
    ["a comma too many", '{"query":"a",}'],
    ["single quotes", "{'query':'a'}"],
    ["NaN", '{"page_size":NaN}'],
    ["Infinity", '{"page_size":Infinity}'],
    ["undefined", "undefined"],
    ["a number with a plus", '{"page_size":+1}'],
    ["half an escape", '{"query":"\\u12"}'],
    ["a line break in a text", '{"query":"a\nb"}'],
    ["a null byte", '{"query":"a\0b"}'],
    ["bytes that are no UTF-8", bytes('{"query":"', [0xff, 0xfe], '"}')],
    ["an overlong slash", bytes('{"query":"', [0xc0, 0xaf], '"}')],
    ["half a character", bytes('{"query":"', [0xf0, 0x9f, 0x98], '"}')],
    ["a surrogate in UTF-8", bytes('{"query":"', [0xed, 0xa0, 0x80], '"}')],
    ["UTF-16", Buffer.from('{"query":"a"}', "utf16le")],
    ["compressed bytes", bytes([0x1f, 0x8b, 0x08, 0x00])],
    ["a form", "query=a&page_size=1"],
    ["brackets that are never closed", "[".repeat(100_000)],
  ])("%s is no JSON", async (_what, body) => {
    expect(await refusalOf(await startTarget(), "POST", "/v1/search", body)).toEqual(invalidJson);
  });

  test.each([
    ["arrays", deep(100_000, "[", "", "]")],
    ["arrays in a key", `{"query":${deep(100_000, "[", "", "]")}}`],
    ["objects", deep(80_000, '{"a":', "1", "}")],
    ["filters", `{"filter":${deep(30_000, '{"and":[', "{}", "]}")}}`],
    [
      "children",
      `{"parent":{},"children":${deep(10_000, '[{"toggle":{"rich_text":[],"children":', "[]", "}}]")}}`,
    ],
  ])("%s nested without end", async (_what, body) => {
    const target = await startTarget();
    for (const path of ["/v1/search", "/v1/pages", "/v1/databases", "/v1/comments"]) {
      expect(await refusalOf(target, "POST", path, body)).toEqual(refused("validation_error", tooDeep));
    }
  });

  test("a body that is too large, whatever it says of its length", async () => {
    const target = await startTarget();
    const body = JSON.stringify({ query: "x".repeat(500 * 1024) });
    expect(await refusalOf(target, "POST", "/v1/search", body)).toEqual(tooLarge);
    for (const length of ["1", "99999999999", "NaN", "-1"]) {
      const headers = { "content-length": length };
      expect(await refusalOf(target, "POST", "/v1/search", body, { headers })).toEqual(tooLarge);
    }
  });

  test.each([
    ['{"page_size":18446744073709551616}', "≤ `100` or `undefined`, instead was `18446744073709552000`"],
    ['{"page_size":-1}', "≥ `1` or `undefined`, instead was `-1`"],
    ['{"page_size":1.5}', "an integer or `undefined`, instead was `1.5`"],
    ['{"page_size":1e400}', "an integer or `undefined`, instead was `null`"],
    ['{"page_size":"1"}', 'a number or `undefined`, instead was `"1"`'],
    ['{"page_size":1,"page_size":[]}', "a number or `undefined`, instead was `[]`"],
  ])("%s", async (body, message) => {
    expect(await refusalOf(await startTarget(), "POST", "/v1/search", body)).toEqual(
      refused("validation_error", `body failed validation: body.page_size should be ${message}.`),
    );
  });

  test.each([
    [
      "page_size=18446744073709551616",
      "page_size should be ≤ `100` or `undefined`, instead was `18446744073709552000`",
    ],
    ["page_size=NaN", 'page_size should be a number or `undefined`, instead was `"NaN"`'],
    ["page_size=1e400", 'page_size should be a number or `undefined`, instead was `"1e400"`'],
    ["page_size=0x10", 'page_size should be a number or `undefined`, instead was `"0x10"`'],
    ["__proto__=1", '__proto__ should be not present, instead was `"1"`'],
    ["constructor=1", 'constructor should be not present, instead was `"1"`'],
    [
      "page_size=1&".repeat(10_000),
      `page_size should be a number or \`undefined\`, instead was \`[${'"1",'.repeat(13)}"1...\``,
    ],
  ])("?%.40s", async (query, message) => {
    expect(await refusalOf(await startTarget(), "GET", `/v1/users?${query}`)).toEqual(
      refused("validation_error", `query failed validation: query.${message}.`),
    );
  });

  test("of many parameters that should not be there some are named", async () => {
    const all = Array.from({ length: 10_000 }, (_, index) => `a${index}`);
    const query = all.map((name) => `${name}=b`).join("&");
    const lines = all.slice(0, 20).map((name) => `query.${name} should be not present, instead was \`"b"\`.`);
    expect(await refusalOf(await startTarget(), "GET", `/v1/users?${query}`)).toEqual(
      refused("validation_error", `query failed validation. Fix one:\n${lines.join("\n")}`),
    );
  });

  test("a prototype is a key like any other", async () => {
    const target = await startTarget();
    for (const key of ["__proto__", "constructor", "hasOwnProperty", "toString"]) {
      const refusal = await refusalOf(target, "POST", "/v1/search", `{"${key}":{"polluted":true}}`);
      expect(refusal).toEqual(
        refused(
          "validation_error",
          `body failed validation: body.${key} should be not present, instead was \`{"polluted":true}\`.`,
        ),
      );
    }
    expect(Reflect.get({}, "polluted")).toBeUndefined();
  });
});

describe("behaviour", () => {
  test("what the body is called does not matter, and of two keys the last one counts", async () => {
    const { call } = await startTarget();
    for (const type of ["text/plain", "application/xml", "application/json; charset=utf-16", ""]) {
      const headers = { "content-type": type };
      expect((await call("POST", "/v1/search", '{"query":1,"query":""}', { headers })).status).toBe(200);
    }
  });

  test("a byte order mark is none of the text", async () => {
    const { call } = await startTarget();
    expect((await call("POST", "/v1/search", bytes([0xef, 0xbb, 0xbf], "{}"))).status).toBe(200);
  });

  test("a number that none can hold is none", async () => {
    const { call } = await startTarget();
    const { body: database } = await call("POST", "/v1/databases", {
      parent: { type: "workspace", workspace: true },
      initial_data_source: { properties: { Name: { title: {} }, Number: { number: {} } } },
    });
    const parent = JSON.stringify({ data_source_id: database.data_sources[0].id });
    const numbers = ["1e400", "-1e400", "1e308", "18446744073709551616", "5e-324", "-0"];
    for (const [index, read] of [null, null, 1e308, 2 ** 64, 5e-324, 0].entries()) {
      const json = `{"parent":${parent},"properties":{"Number":{"number":${numbers[index]}}}}`;
      const { body } = await call("POST", "/v1/pages", json);
      expect(body.properties.Number.number).toBe(read);
    }
    const query = `/v1/data_sources/${database.data_sources[0].id}/query`;
    const above = await call("POST", query, '{"filter":{"property":"Number","number":{"less_than":1e400}}}');
    expect(above.body.results).toHaveLength(4);
  });

  test("as many words as fit into a search, and as many conditions as a filter may have", async () => {
    const { call } = await startTarget();
    const query = Array.from({ length: 70_000 }, (_, index) => `w${index}`).join(" ");
    expect((await call("POST", "/v1/search", { query })).body.results).toEqual([]);
    const { body: database } = await call("POST", "/v1/databases", {
      parent: { type: "workspace", workspace: true },
      initial_data_source: { properties: { Name: { title: {} } } },
    });
    const or = Array.from({ length: 60 }, () => ({ property: "Name", title: { does_not_contain: "x" } }));
    const filter = { and: Array.from({ length: 100 }, () => ({ or })) };
    const { status } = await call("POST", `/v1/data_sources/${database.data_sources[0].id}/query`, {
      filter,
    });
    expect(status).toBe(200);
  });
});
