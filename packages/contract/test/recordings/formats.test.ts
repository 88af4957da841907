import { gzipSync } from "node:zlib";
import { describe, expect, test } from "vitest";
import { linesOf } from "../../src/recordings/formats/index.ts";

const error = { object: "error", status: 404, code: "object_not_found", message: "No.", request_id: "r" };
const expected = (id: string) => ({
  id,
  request: {
    method: "PATCH",
    path: "/v1/pages/p",
    query: [["filter_properties", "title"]],
    version: "2026-03-11",
    contentType: "application/json",
    body: { in_trash: true },
  },
  response: { status: 404, headers: { "content-type": "application/json" }, body: error },
});
const url = "https://api.notion.com/v1/pages/p?filter_properties=title";

describe("JSON lines", () => {
  const line = JSON.stringify(expected("a:b#0"));

  test("are read as they are", () => {
    expect(linesOf("x.jsonl", `${line}\n${line}`)).toEqual([expected("a:b#0"), expected("a:b#0")]);
  });

  test("a last line that was not finished is left out", () => {
    expect(linesOf("x.jsonl", `${line}\n${line.slice(0, 30)}`)).toEqual([expected("a:b#0")]);
  });

  test.each([
    ["half of one", line.slice(0, 30)],
    ["something else", '{"id":"a:b#0"}'],
    ["no object", "7"],
  ])("any other line that is %s is an error", (_name, wrong) => {
    expect(() => linesOf("x.jsonl", `${line}\n${wrong}\n${line}\n`)).toThrow(
      new Error("line 2 is no recorded exchange."),
    );
  });
});

test("an HTTP archive", () => {
  const header = (name: string, value: string) => ({ name, value });
  const entry = (to: string) => ({
    request: {
      method: "PATCH",
      url: to,
      headers: [header("Notion-Version", "2026-03-11"), header("Content-Type", "application/json")],
      postData: { mimeType: "application/json", text: '{"in_trash":true}' },
    },
    response: {
      status: 404,
      headers: [header("Content-Type", "application/json"), header("Set-Cookie", "a=b")],
      content: { text: Buffer.from(JSON.stringify(error)).toString("base64"), encoding: "base64" },
    },
  });
  const archive = { log: { entries: [entry("https://www.notion.com/app.js"), entry(url)] } };
  expect(linesOf("x.har", JSON.stringify(archive))).toEqual([expected("har:x.har#0")]);
});

describe("VCR cassettes", () => {
  test("of vcrpy, compressed ones as well", () => {
    const packed = gzipSync(JSON.stringify(error)).toString("base64");
    const cassette = `
interactions:
- request:
    body: '{"in_trash": true}'
    headers: { Notion-Version: ['2026-03-11'], Content-Type: [application/json] }
    method: PATCH
    uri: ${url}
  response:
    body:
      string: !!binary ${packed}
    headers: { Content-Type: [application/json], Content-Encoding: [gzip] }
    status: { code: 404, message: Not Found }
version: 1
`;
    expect(linesOf("x.yaml", cassette)).toEqual([expected("vcr:x.yaml#0")]);
  });

  test("of Ruby's VCR", () => {
    const cassette = `
http_interactions:
- request:
    method: patch
    uri: ${url}
    body: { encoding: UTF-8, string: '{"in_trash": true}' }
    headers: { Notion-Version: ['2026-03-11'], Content-Type: [application/json] }
  response:
    status: { code: 404, message: Not Found }
    headers: { Content-Type: [application/json] }
    body: { encoding: UTF-8, string: '${JSON.stringify(error)}' }
recorded_with: VCR 6.0.0
`;
    expect(linesOf("x.yml", cassette)).toEqual([expected("vcr:x.yml#0")]);
  });
});

test.each([
  ["x.har", "{}", "it has no log.entries, so it is no HTTP archive."],
  ["x.yaml", "name: x", "it has no interactions, so it is no VCR cassette."],
  ["x.yml", "", "it has no interactions, so it is no VCR cassette."],
])("%s with %j is an error", (file, text, message) => {
  expect(() => linesOf(file, text)).toThrow(new Error(message));
});
