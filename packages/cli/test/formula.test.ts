import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { notional } from "./run.ts";

let folder: string;
let row: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "notional-formula-"));
  row = join(folder, "page.json");
  const properties = {
    Name: { id: "title", type: "title", title: [{ plain_text: "Guji" }] },
    Price: { id: "p%3B", type: "number", number: 18.5 },
    Double: { id: "d", type: "formula", formula: { type: "number", number: 37 } },
    Tastes: { id: "t", type: "rollup", rollup: { type: "array", array: [{ type: "number", number: 1 }] } },
    Beans: { id: "b", type: "relation", relation: [{ id: "other" }] },
  };
  await writeFile(row, JSON.stringify({ object: "page", id: "guji", properties }));
});
afterAll(() => rm(folder, { recursive: true }));

const formula = (...args: string[]) => notional(["formula", ...args]).ended;

describe("shape", () => {
  test("prints the value as the API gives it", async () => {
    expect(await formula("-1.5.abs()")).toEqual({
      code: 0,
      stdout: '{"type":"number","number":-1.5}\n',
      stderr: "",
    });
    const dated = await formula("now()", "--now", "2024-03-09T17:35:42Z", "--time-zone", "Asia/Kolkata");
    expect(dated.stdout).toBe(
      '{"type":"date","date":{"start":"2024-03-09T23:05:00.000+05:30","end":null,"time_zone":null}}\n',
    );
  });
});

describe("validation", () => {
  test.each([
    [["1 +\n rund(2)"], 1, "There is no function rund.\n\n rund(2)\n ^^^^^^^\n"],
    [["(1"], 1, "A ) is missing before the end.\n\n(1\n  ^\n"],
    [['test("a", "[")'], 1, '"[": error parsing regexp: missing closing ]: `[`\n'],
    [["1", "--row", "/nowhere.json"], 1, /^\/nowhere\.json cannot be read as JSON: ENOENT/],
    [[], 2, /^A formula is missing\.\n\nUsage: notional formula/],
    [["1", "--now", "soon"], 2, /^--now is a date in ISO 8601, not "soon"\./],
    [
      ["1", "--time-zone", "Mars"],
      2,
      /^--time-zone is the name of a zone such as Europe\/Berlin, not "Mars"\./,
    ],
  ])("%j ends with %i", async (args, code, message) => {
    const ended = await formula(...args);
    expect(ended.code).toBe(code);
    if (typeof message === "string") expect(ended.stderr).toBe(message);
    else expect(ended.stderr).toMatch(message);
  });
});

describe("behaviour", () => {
  test("takes the properties of a page", async () => {
    const all =
      'prop("Name") + prop("Price") + prop("Double") + prop("Tastes").length() + prop("Beans").first().id()';
    expect((await formula(all, "--row", row)).stdout).toBe('{"type":"string","string":"Guji18.5371other"}\n');
  });
});
