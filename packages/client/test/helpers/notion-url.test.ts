import { describe, expect, test } from "vitest";
import { idFromUrl, urlFromId, viewIdFromUrl } from "../../src/index.ts";

const compact = "2a7e3b518d4f4c69b2ea3f507b9d1c23";
const id = "2a7e3b51-8d4f-4c69-b2ea-3f507b9d1c23";
const other = "b405c3ea16d845f28b73c8e90c46a5bc";
const otherId = "b405c3ea-16d8-45f2-8b73-c8e90c46a5bc";

describe("shape", () => {
  test.each([
    ["an old page", `https://www.notion.so/${compact}`],
    ["a title before it", `https://www.notion.so/lighthouse/Guji-2026-${compact}?pvs=4`],
    ["a title that ends in hexadecimal digits", `https://www.notion.so/Cafe-${compact}`],
    ["a page of the app", `https://app.notion.com/p/Guji-${compact}/`],
    ["a published site", `https://lighthouse.notion.site/${compact}`],
    ["dashes", `https://app.notion.com/p/${id}`],
    ["dashes after a title", `https://app.notion.com/p/Guji-${id}`],
    ["a page over a database", `https://www.notion.so/${other}?v=${other}&p=${compact}&pm=s`],
    ["a page without an anchor that is a block", `https://www.notion.so/${compact}#comments`],
    ["an id", ` ${id} `],
    ["an id in capitals", compact.toUpperCase()],
  ])("the id in %s", (_, url) => {
    expect(idFromUrl(url)).toBe(id);
  });

  test("a block in a page", () => {
    expect(idFromUrl(`https://www.notion.so/Guji-${compact}#${other}`)).toBe(otherId);
  });

  test("a view", () => {
    expect(viewIdFromUrl(`https://www.notion.so/${compact}?v=${other}`)).toBe(otherId);
    expect(viewIdFromUrl(`https://www.notion.so/${compact}`)).toBeUndefined();
  });
});

describe("validation", () => {
  test.each([
    "",
    "https://www.notion.so/",
    "https://www.notion.so/Guji",
    `https://www.notion.so/${compact}f`,
  ])("no id in %j", (url) => {
    expect(idFromUrl(url)).toBeUndefined();
  });

  test("no URL of what is no id", () => {
    expect(() => urlFromId("Guji")).toThrow(new TypeError('"Guji" is no id.'));
  });
});

describe("behaviour", () => {
  test("there and back", () => {
    expect(urlFromId(id)).toBe(`https://app.notion.com/p/${compact}`);
    expect(idFromUrl(urlFromId(id))).toBe(id);
    expect(urlFromId(id, otherId)).toBe(`https://app.notion.com/p/${compact}#${other}`);
    expect(idFromUrl(urlFromId(id, otherId))).toBe(otherId);
  });
});
