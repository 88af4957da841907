import { readFileSync } from "node:fs";
import { join } from "node:path";
import * as sdk from "@notionhq/client";
import { describe, expect, test } from "vitest";
import { groups } from "../src/__generated__/groups.ts";
import * as client from "../src/index.ts";
import * as webhooks from "../src/webhooks.ts";

const page = readFileSync(join(import.meta.dirname, "../docs/coming-from-notionhq.md"), "utf8");
const [, methods = "", others = ""] = page.split(/^## .*$/m);

/** The two first columns of the rows of a table. */
const rowsOf = (section: string) =>
  section
    .split("\n")
    .filter((line) => line.startsWith("| `"))
    .map((line) => line.split("|").map((cell) => cell.trim()))
    .map(([, theirs = "", ours = ""]) => ({ theirs, ours }));

/** The paths of all functions below an object. */
function functionsIn(object: object, before = ""): string[] {
  return Object.entries(object).flatMap(([name, member]) => {
    if (typeof member === "function") return [before + name];
    return typeof member === "object" && member !== null ? functionsIn(member, `${before}${name}.`) : [];
  });
}

/** What the SDK's client is made of beside its endpoints. */
const INNARDS = /^(#|_|agent$|logger|fetch$)/;

describe("every method of the official client", () => {
  const theirs = functionsIn(new sdk.Client({ auth: "ntn_1" })).filter((path) => !INNARDS.test(path));
  const rows = rowsOf(methods).map(({ theirs, ours }) =>
    [theirs, ours].map((cell) => cell.replaceAll("`", "")),
  );

  test("is in the table, once", () => {
    expect(theirs.length).toBeGreaterThan(50);
    expect(rows.map(([theirs]) => theirs).sort()).toEqual(theirs.sort());
  });

  test("leads to a method or a helper that there is", () => {
    const known = new Set([...functionsIn(groups), ...Object.keys(client)]);
    for (const [theirs, ours = ""] of rows) expect(known, `${theirs} is ${ours}`).toContain(ours);
  });

  test("has the same endpoint behind it", async () => {
    const notTheSame: string[] = [];
    for (const [theirs = "", ours = ""] of rows) {
      if (ours === "streamSession") continue;
      const [one, other] = [await sentBy(theirs, "sdk"), await sentBy(ours, "ours")];
      if (one !== other) notTheSame.push(`${theirs}: ${one}, ${ours}: ${other}`);
    }
    expect(notTheSame).toEqual([]);
  });
});

/** The method and path that a call sends, with a letter for each parameter of the path. */
async function sentBy(path: string, whose: "sdk" | "ours"): Promise<string> {
  let sent = "";
  const answer = (method: string, url: string) => {
    sent = `${method.toUpperCase()} ${new URL(url).pathname}`;
    return Response.json({ object: "list", results: [], has_more: false, next_cursor: null });
  };
  const auth = whose === "sdk" ? "ntn_1" : { clientId: "a", clientSecret: "b" };
  const made =
    whose === "sdk"
      ? new sdk.Client({
          auth: "ntn_1",
          logLevel: sdk.LogLevel.ERROR,
          fetch: (async (url: string, init: RequestInit) => answer(init.method ?? "GET", url)) as never,
        })
      : client.createClient({ auth, fetch: async (request) => answer(request.method, request.url) });
  const call = path
    .split(".")
    .reduce<unknown>((object, name) => (object as Record<string, unknown>)[name], made);
  await (call as (parameters: object) => Promise<unknown>)(PARAMETERS);
  return sent;
}

/** Every parameter of every path. */
const PARAMETERS = Object.fromEntries(
  "agent session task block page database data_source file_upload comment user view query property"
    .split(" ")
    .map((name) => [`${name}_id`, "a"])
    .concat([
      ["client_id", "a"],
      ["client_secret", "b"],
    ]),
);

describe("everything else that the official package exports", () => {
  const names = new Set([...page.matchAll(/[A-Za-z]\w+/g)].map(([name]) => name));

  /** Numbers that the SDK uses itself, and what is said of `logger`. */
  const NOT_FOR_CALLERS = /^(DEFAULT_|MIN_|LogLevel$|Client$)/;

  test("is in the table", () => {
    const functions = Object.keys(sdk).filter((name) => !NOT_FOR_CALLERS.test(name));
    expect(functions.length).toBeGreaterThan(20);
    expect(functions.filter((name) => !names.has(name))).toEqual([]);
  });

  test("leads to what there is", () => {
    const here = rowsOf(others).flatMap(({ ours }) =>
      [...ours.matchAll(/`(\w+)\(/g)].map(([, name = ""]) => name),
    );
    expect(here.length).toBeGreaterThan(4);
    for (const name of here) expect({ ...client, ...webhooks }).toHaveProperty(name);
  });
});
