import { bundledVersions } from "@notional/checker";
import { describe, expect, test } from "vitest";
import { blockSamples, innerSamples } from "./block-samples.ts";
import { type Answer, type Story, tell } from "./story.ts";

/** The page Brewing guide of the sample workspace, and a list on it that links and media stand in. */
const GUIDE = "2a7e3b51-8d4f-4c69-b2ea-3f507b9d1c23";

const blocks = Object.entries(blockSamples).map(([type, { create }]) => ({ [type]: create }));
const types = Object.keys(blockSamples);

/** What was sent comes back, with more beside it. The blocks inside a block are listed apart. */
function expectWritten(
  block: Answer,
  type: string,
  { children: _, ...content }: Record<string, unknown>,
): void {
  expect(block).toMatchObject({ object: "block", type, [type]: content });
}

const childrenOf = async ({ ask }: Story, block_id: string): Promise<Answer[]> =>
  (await ask("listBlockChildren", { path: { block_id } })).results;

describe.each(bundledVersions())("%s", (version) => {
  test("a page is made of blocks of every type, and each comes back as it was sent", () =>
    tell(version, async (story) => {
      const page = await story.ask("createPage", {
        body: { parent: { page_id: GUIDE }, properties: {}, children: blocks },
      });
      const made = await childrenOf(story, page.id);
      expect(made.map(({ type }) => type)).toEqual(types);
      for (const block of made) {
        expectWritten(block, block.type, blockSamples[block.type]?.create ?? {});
        const { request_id: _, ...alone } = await story.ask("getBlock", { path: { block_id: block.id } });
        expect(alone).toEqual(block);
      }
    }));

  test("blocks of every type are appended, changed, thrown away and taken back", () =>
    tell(version, async (story) => {
      const path = { block_id: GUIDE };
      const { results } = await story.ask("appendBlockChildren", { path, body: { children: blocks } });
      expect((results as Answer[]).map(({ type }) => type)).toEqual(types);
      for (const { id, type } of results as Answer[]) {
        const { update } = blockSamples[type] ?? {};
        if (update) await expectChange(story, id, type, update);
        const at = { path: { block_id: id } };
        expect(await story.ask("deleteBlock", at)).toMatchObject({ id, in_trash: true });
        expect(await story.ask("updateBlock", { ...at, body: { in_trash: false } })).toMatchObject({
          id,
          in_trash: false,
        });
      }
    }));

  test.each([
    ["table", "table_row"],
    ["column_list", "column"],
  ] as const)("a %s gets another %s", (outer, inner) =>
    tell(version, async (story) => {
      const { create, update } = innerSamples[inner];
      const { results } = await story.ask("appendBlockChildren", {
        path: { block_id: GUIDE },
        body: { children: [{ [outer]: blockSamples[outer]?.create }] },
      });
      const path = { block_id: results[0].id };
      const before = await childrenOf(story, path.block_id);
      await story.ask("appendBlockChildren", { path, body: { children: [{ [inner]: create }] } });
      const after = await childrenOf(story, path.block_id);
      expect(after.map(({ id }) => id).slice(0, -1)).toEqual(before.map(({ id }) => id));
      expectWritten(after.at(-1), inner, create);
      await expectChange(story, after.at(-1).id, inner, update);
    }),
  );
});

async function expectChange({ ask }: Story, block_id: string, type: string, update: object): Promise<void> {
  const at = { path: { block_id } };
  const { request_id: _, ...changed } = await ask("updateBlock", { ...at, body: { [type]: update } });
  expectWritten(changed, type, { ...update });
  const { request_id: __, ...read } = await ask("getBlock", at);
  expect(read).toEqual(changed);
}
