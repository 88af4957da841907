import { describe, expect, test } from "vitest";
import { invalid, PAGE, paragraph, refusal, refused, startWithPage, text, texts } from "./workspace.ts";

const ORIGINAL = "20000000-0000-4000-8000-000000000001";
const PARAGRAPH = "20000000-0000-4000-8000-000000000002";
const content = [
  {
    id: ORIGINAL,
    type: "synced_block",
    synced_block: { synced_from: null, children: [paragraph("Shared")] },
  },
  { id: PARAGRAPH, paragraph: "Words" },
];
const copyOf = (block_id: string, rest: object = {}) => ({
  synced_block: { synced_from: { block_id }, ...rest },
});

/** A page with an original, and a copy of it. */
async function startWithCopy() {
  const fixture = await startWithPage(content);
  const { body } = await fixture.append(PAGE, [copyOf(ORIGINAL)]);
  return { ...fixture, copy: body.results[0] };
}

describe("shape", () => {
  test("a copy says whose it is, and has the children of its original", async () => {
    const { copy, list } = await startWithCopy();
    expect(copy).toMatchObject({
      synced_block: { synced_from: { type: "block_id", block_id: ORIGINAL } },
      has_children: true,
    });
    const { body } = await list(copy.id);
    expect(body.results).toEqual((await list(ORIGINAL)).body.results);
    expect(body.results).toMatchObject([{ parent: { type: "block_id", block_id: ORIGINAL } }]);
  });
});

describe("validation", () => {
  test("a copy of what is not there, or no original", async () => {
    const { append, copy, remove } = await startWithCopy();
    expect((await append(PAGE, [copyOf("20000000-0000-4000-8000-00000000dead")])).body).toMatchObject({
      status: 404,
      code: "object_not_found",
    });
    for (const id of [PARAGRAPH, copy.id]) {
      expect(refusal(await append(PAGE, [copyOf(id)]))).toEqual(
        refused(`Block ${id} is not an original synced block.`),
      );
    }
    await remove(ORIGINAL);
    expect(await append(PAGE, [copyOf(ORIGINAL)])).toMatchObject({ status: 404 });
  });

  test("the blocks of a copy are changed in the original only", async () => {
    const { append, copy } = await startWithCopy();
    expect(refusal(await append(copy.id, [paragraph("No")]))).toEqual(
      invalid("Block does not support children"),
    );
    expect(refusal(await append(PAGE, [copyOf(ORIGINAL, { children: [paragraph("No")] })]))).toEqual(
      invalid("Block does not support children"),
    );
    expect((await append(PAGE, [copyOf(ORIGINAL, { children: [] })])).status).toBe(200);
  });

  test("an original does not become a copy, nor a copy an original", async () => {
    const { append, copy, update } = await startWithCopy();
    const other = (await append(PAGE, [{ synced_block: { synced_from: null } }])).body.results[0];
    const words = refused("An original synced block cannot become a copy, nor a copy an original.");
    expect(refusal(await update(ORIGINAL, copyOf(other.id)))).toEqual(words);
    expect(refusal(await update(copy.id, { synced_block: { synced_from: null } }))).toEqual(words);
  });
});

describe("behaviour", () => {
  test("what happens to the original happens to its copies", async () => {
    const { append, copy, get, list, remove, update } = await startWithCopy();
    const [shared] = (await list(copy.id)).body.results;
    await update(shared.id, { paragraph: { rich_text: text("Changed") } });
    await append(ORIGINAL, [paragraph("More")]);
    expect(texts(await list(copy.id))).toEqual(["Changed", "More"]);
    await remove(ORIGINAL);
    expect((await list(copy.id)).body.results).toEqual([]);
    expect((await get(copy.id)).body).toMatchObject({ has_children: false, in_trash: false });
  });

  test("a copy can be made one of another original", async () => {
    const { append, copy, list, update } = await startWithCopy();
    const original = { synced_block: { synced_from: null, children: [paragraph("Other")] } };
    const [{ id }] = (await append(PAGE, [original])).body.results;
    expect((await update(copy.id, copyOf(id))).body.synced_block.synced_from.block_id).toBe(id);
    expect(texts(await list(copy.id))).toEqual(["Other"]);
  });

  test("a copy shows nothing of an original that is not shared", async () => {
    const elsewhere = "20000000-0000-4000-8000-000000000003";
    const copy = "20000000-0000-4000-8000-000000000004";
    const guest = { name: "Guest", tokens: ["ntn_guest"], shared: [elsewhere] };
    const source = { type: "block_id", block_id: ORIGINAL };
    const copyBlock = { id: copy, type: "synced_block", synced_block: { synced_from: source } };
    const page = { object: "page" as const, id: elsewhere, title: "Shared", children: [copyBlock] };
    const { call } = await startWithPage(content, [page], [guest]);
    const as = (path: string) => call("GET", path, undefined, { token: "ntn_guest" });
    expect((await as(`/v1/blocks/${copy}`)).body.has_children).toBe(false);
    expect((await as(`/v1/blocks/${copy}/children`)).body.results).toEqual([]);
  });
});
