import type { Figures } from "@notional/docs";
import { describe, expect, test } from "vitest";
import { brokenPromises, figuresOf, readFigures } from "../../src/replay/figures.ts";
import { reportOn } from "../../src/replay/report.ts";
import { exchange, record, replay, tapeOf } from "./tape.ts";

const about = { date: "2026-03-11", tapes: 1, exchanges: 3 };

/** A page with a block, and an operation that is not there yet. */
async function figures(): Promise<Figures> {
  const tape = await record(async (call) => {
    const properties = { title: [{ text: { content: "Secret plans" } }] };
    const { id } = await call("POST", "/v1/pages", {
      parent: { type: "workspace", workspace: true },
      properties,
    });
    await call("GET", `/v1/pages/${id}/properties/title`);
    await call("PATCH", `/v1/blocks/${id}/children`, { children: [{ divider: {} }] });
  });
  const missing = exchange("POST", "/v1/agents/query", { results: [] }, { body: {} });
  return figuresOf(reportOn(await replay(tapeOf(...tape.exchanges, missing))), about);
}

describe("shape", () => {
  test("counts and names of the document, and nothing of what was recorded", async () => {
    const one = { identical: 1, total: 1 };
    expect(await figures()).toEqual({
      ...about,
      total: { identical: 3, total: 3 },
      operations: { appendBlockChildren: one, createPage: one, getPageProperty: one },
      properties: { title: { identical: 2, total: 2 } },
      blocks: { divider: one },
      notImplemented: { queryAgents: 1 },
      leftovers: 0,
    });
  });

  test("the published ones add up", () => {
    const { exchanges, total, operations, notImplemented } = readFigures();
    const sum = (counts: number[]): number => counts.reduce((all, count) => all + count, 0);
    expect(sum(Object.values(operations).map((share) => share.total))).toBe(total.total);
    expect(sum(Object.values(operations).map((share) => share.identical))).toBe(total.identical);
    expect(total.total + sum(Object.values(notImplemented))).toBe(exchanges);
  });
});

describe("validation", () => {
  test.each<[string, (reached: Figures) => void, string[]]>([
    ["what is reached", () => {}, []],
    ["more than was promised", ({ operations }) => grow(operations.createPage, 5, 5), []],
    [
      "a smaller share",
      ({ operations }) => grow(operations.createPage, 4, 9),
      ["operations.createPage: 1 of 1 promised, 5 of 10 reached"],
    ],
    [
      "a type that is not there any more",
      ({ blocks }) => delete blocks.divider,
      ["blocks.divider: 1 of 1 promised, 0 of 0 reached"],
    ],
    ["less in all", ({ total }) => grow(total, -1, 0), ["total: 3 of 3 promised, 2 of 3 reached"]],
  ])("%s", async (_name, change, broken) => {
    const promised = await figures();
    const reached = structuredClone(promised);
    change(reached);
    expect(brokenPromises(promised, reached)).toEqual(broken);
  });
});

function grow(share: Figures["total"] | undefined, identical: number, total: number): void {
  if (!share) throw new Error("There is no such share.");
  share.identical += identical;
  share.total += total;
}
