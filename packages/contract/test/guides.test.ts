import { describe, expect, test } from "vitest";
import { curlCalls } from "../src/guides/curl.ts";
import { samplesOf } from "../src/guides/samples.ts";
import { typecheck } from "../src/guides/typecheck.ts";

describe("samplesOf", () => {
  test("reads language, words, line and code, indented or not", () => {
    const markdown =
      "# A\n\n```json request=createPage version=2022-06-28\n{}\n```\n\n1. b\n\n   ```sh\n   curl x\n   ```\n";
    expect(samplesOf({ name: "a", markdown })).toEqual([
      {
        guide: "a",
        line: 3,
        language: "json",
        says: { request: "createPage", version: "2022-06-28" },
        code: "{}\n",
      },
      { guide: "a", line: 9, language: "sh", says: {}, code: "curl x\n" },
    ]);
  });

  test.each([
    ["```js\n```", 'a.md:1: "js" is none of json, sh, text, ts.'],
    ["```\n```", 'a.md:1: "" is none of json, sh, text, ts.'],
    ["```json\n```", "a.md:1: JSON says what it is: request=, response=, schema= or webhook=."],
    ["\n```sh stats=404\n```", 'a.md:2: "stats" means nothing here.'],
  ])("refuses %j", (markdown, message) => {
    expect(() => samplesOf({ name: "a", markdown })).toThrow(message);
  });
});

describe("curlCalls", () => {
  test("reads what is sent", () => {
    const [call, ...more] = curlCalls(
      `# A comment\ncurl -X PATCH 'http://localhost:4000/v1/a?b=c' \\\n  -H 'Notion-Version: 2026-03-11' \\\n  -d '{\n "it": "isn\\u0027t"\n}'\necho done`,
    );
    expect(more).toEqual([]);
    expect(call).toEqual({
      method: "PATCH",
      url: new URL("http://localhost:4000/v1/a?b=c"),
      headers: { "notion-version": "2026-03-11" },
      body: '{\n "it": "isn\\u0027t"\n}',
    });
  });

  test("reads forms and credentials, and posts them", () => {
    const [call] = curlCalls("curl http://a/b -u 'id:secret' -F 'file=@x.jpg;type=image/jpeg'");
    expect(call?.method).toBe("POST");
    expect(call?.headers).toEqual({ authorization: `Basic ${btoa("id:secret")}` });
    expect(call?.form).toEqual([["file", "@x.jpg;type=image/jpeg"]]);
  });

  test("refuses what it does not understand", () => {
    expect(() => curlCalls("curl http://a --data-raw x")).toThrow("curl --data-raw is not understood here.");
    expect(() => curlCalls("curl")).toThrow("curl has no URL.");
  });
});

test("typecheck says guide and line", async () => {
  const sample = {
    guide: "a",
    line: 7,
    language: "ts",
    says: {},
    code: 'await notion.GET("/v1/nothing");\n',
  };
  const [problem = "", ...more] = await typecheck([sample]);
  expect(problem).toMatch(/^a-7\.ts\(1,\d+\): error TS/);
  expect(more.filter((line) => line.startsWith("a-"))).toEqual([]);
  expect(await typecheck([{ ...sample, code: 'await notion.GET("/v1/users/me");\n' }])).toEqual([]);
});
