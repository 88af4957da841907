import { describe, expect, test } from "vitest";
import { compare } from "../../src/replay/compare.ts";
import { Ids } from "../../src/replay/ids.ts";

const THEIRS = "11111111-1111-4111-8111-111111111111";
const OURS = "22222222-2222-4222-8222-222222222222";
const KNOWN = "33333333-3333-4333-8333-333333333333";

/** A page as an answer has it. */
const page = (id: string, changes: object = {}) => ({
  object: "page",
  id,
  created_time: "2026-03-01T09:05:00.000Z",
  last_edited_time: "2026-03-01T09:05:12.345Z",
  parent: { type: "page_id", page_id: KNOWN },
  in_trash: false,
  icon: null,
  properties: {
    Name: { id: "title", type: "title", title: [{ type: "text", plain_text: "Coffee", href: null }] },
    Price: { id: id === THEIRS ? "ab%3Ac" : "xyz", type: "number", number: 4.5 },
  },
  url: `https://www.notion.so/Coffee-${id.replaceAll("-", "")}`,
  request_id: id,
  ...changes,
});

const compared = (recorded: unknown, ours: unknown, known: string[] = [KNOWN]) =>
  compare(recorded, ours, new Ids(known)).map(({ at, kind }) => `${kind} ${at}`);

describe("what is alike", () => {
  test("ids that both answers have in one place, also in addresses and of properties", () => {
    expect(compared(page(THEIRS), page(OURS))).toEqual([]);
  });

  test("seconds of moments, where the recording tells them", () => {
    expect(compared(page(THEIRS), page(OURS, { last_edited_time: "2026-03-01T09:05:59.001Z" }))).toEqual([]);
  });

  test("the host of pages, and what signs the address of a file", () => {
    const files = (host: string, key: string) => ({
      url: `${host}Coffee`,
      file: {
        url: `https://bucket.s3.us-west-2.amazonaws.com/a.png?X-Amz-Signature=${key}`,
        expiry_time: key,
      },
    });
    const [one, other] = ["https://www.notion.so/", "https://app.notion.com/p/"] as const;
    expect(compared(files(one, "a"), files(other, "b"))).toEqual([]);
  });

  test("the order of keys", () => {
    expect(compared({ a: 1, b: 2 }, { b: 2, a: 1 })).toEqual([]);
  });

  test("cursors: the target's own is sent in place of the recorded one", () => {
    const ids = new Ids();
    expect(compare({ next_cursor: "a" }, { next_cursor: "b" }, ids)).toEqual([]);
    expect(ids.value({ start_cursor: "a" })).toEqual({ start_cursor: "b" });
  });
});

describe("what is not", () => {
  test.each<[string, object, string]>([
    ["a value", { in_trash: true }, "different /in_trash"],
    ["null and something", { icon: { type: "emoji", emoji: "☕" } }, "different /icon"],
    ["a minute", { created_time: "2026-03-01T09:06:00.000Z" }, "different /created_time"],
    ["seconds that are not told", { created_time: "2026-03-01T09:05:07.000Z" }, "different /created_time"],
    [
      "the form of a time",
      { last_edited_time: "2026-03-01T09:05:12.345+00:00" },
      "different /last_edited_time",
    ],
    [
      "the words in an address",
      { url: `https://www.notion.so/Tea-${OURS.replaceAll("-", "")}` },
      "different /url",
    ],
    ["a field too many", { cover: null }, "extra /cover"],
    ["a field too few", { icon: undefined }, "different /icon"],
    [
      "an id that belongs to something else",
      { parent: { type: "page_id", page_id: OURS } },
      "different /parent/page_id",
    ],
  ])("%s", (_name, changes, difference) => {
    expect(compared(page(THEIRS), page(OURS, changes))).toEqual([difference]);
  });

  test("an id that is known before", () => {
    expect(compared(page(KNOWN), page(OURS))).toContain("different /id");
  });

  test("a cursor and none", () => {
    expect(compared({ next_cursor: "a" }, { next_cursor: null })).toEqual(["different /next_cursor"]);
  });

  test("every single leaf", () => {
    const recorded = page(THEIRS);
    for (const path of leavesOf(recorded)) {
      const ours = structuredClone(page(OURS)) as Record<string, unknown>;
      setAt(ours, path, "something else");
      expect(compared(recorded, ours), path.join("/")).not.toEqual([]);
    }
  });
});

describe("lists", () => {
  const list = (...ids: string[]) => ({ results: ids.map((id) => ({ object: "block", id })) });
  const [a, b, c] = ["a", "b", "c"].map((letter) => `${letter.repeat(8)}-1111-4111-8111-111111111111`);

  test("are the same in the same order only", () => {
    expect(
      compared(list(a as string, b as string), list(b as string, a as string), [a as string, b as string]),
    ).toEqual(["order /results"]);
  });

  test("tell which item is missing and which is too many, and compare the rest", () => {
    const known = [a, b, c] as string[];
    expect(compared(list(a as string, b as string), list(c as string, b as string), known)).toEqual([
      "missing /results/0",
      "extra /results",
    ]);
  });

  test("of what has no ids are compared by place", () => {
    expect(compared({ rich_text: [{ plain_text: "a" }] }, { rich_text: [{ plain_text: "b" }, {}] })).toEqual([
      "different /rich_text/0/plain_text",
      "extra /rich_text",
    ]);
  });

  test("whose items share one id, too", () => {
    const items = (...values: number[]) => ({ results: values.map((number) => ({ id: "ab", number })) });
    expect(compared(items(1, 2), items(1, 3))).toEqual(["different /results/1/number"]);
  });
});

/** The paths of all values that hold no others, but for what the target chooses: a new short id may be any text. */
function leavesOf(value: unknown, path: string[] = []): string[][] {
  if (typeof value !== "object" || value === null)
    return ["request_id", "properties/Price/id"].includes(path.join("/")) ? [] : [path];
  return Object.entries(value).flatMap(([key, inner]) => leavesOf(inner, [...path, key]));
}

function setAt(value: Record<string, unknown>, path: readonly string[], leaf: unknown): void {
  const [key = "", ...rest] = path;
  if (rest.length === 0) value[key] = leaf;
  else setAt(value[key] as Record<string, unknown>, rest, leaf);
}
