import { describe, expect, test } from "vitest";
import { atOnce, type Crowd, startCrowd } from "./crowd.ts";

const id = (number: number): string => `66666666-0000-8000-8000-${String(number).padStart(12, "0")}`;
const [HOME, FIRST, LAST, LEFT, RIGHT] = [id(1), id(2), id(3), id(4), id(5)];

const seed = {
  workspaces: [
    {
      name: "Tree",
      connections: [{ name: "Local development", tokens: ["ntn_local_dev"] }],
      objects: [
        {
          object: "page" as const,
          id: HOME,
          title: "Home",
          children: [
            { id: FIRST, toggle: { rich_text: "first" } },
            { id: LAST, paragraph: { rich_text: "last" } },
            { object: "page" as const, id: LEFT, title: "Left" },
            { object: "page" as const, id: RIGHT, title: "Right" },
          ],
        },
      ],
    },
  ],
};

const paragraph = (content: string) => ({ paragraph: { rich_text: [{ text: { content } }] } });

/** The texts of the children of a block, in their order; pages by their titles. */
async function textsOf({ read }: Crowd, parent: string): Promise<string[]> {
  const { results } = await read(`/v1/blocks/${parent}/children`);
  // biome-ignore lint/suspicious/noExplicitAny: blocks of any type
  return results.map((block: any) => block[block.type].title ?? block[block.type].rich_text?.[0]?.plain_text);
}

const CALLERS = 12;

describe("behaviour", () => {
  test("what is appended by one stays together, and nothing is lost", async () => {
    const crowd = await startCrowd(seed);
    await atOnce(CALLERS, (caller) =>
      crowd.must("PATCH", `/v1/blocks/${FIRST}/children`, {
        children: ["a", "b", "c"].map((part) => paragraph(`${caller}${part}`)),
      }),
    );
    const texts = await textsOf(crowd, FIRST);
    const together = Map.groupBy(texts, (text) => text.slice(0, -1));
    expect(texts).toHaveLength(3 * CALLERS);
    expect([...together.values()].flat()).toEqual(texts);
    expect([...together]).toEqual(
      [...together].map(([caller]) => [caller, ["a", "b", "c"].map((part) => caller + part)]),
    );
  });

  test("all that is put after one block comes right after it", async () => {
    const crowd = await startCrowd(seed);
    const position = { type: "after_block", after_block: { id: FIRST } };
    await atOnce(CALLERS, (caller) =>
      crowd.must("PATCH", `/v1/blocks/${HOME}/children`, { children: [paragraph(`${caller}`)], position }),
    );
    const texts = await textsOf(crowd, HOME);
    expect(texts.slice(0, 1)).toEqual(["first"]);
    expect(texts.slice(1, -3).sort()).toEqual(
      Array.from({ length: CALLERS }, (_, caller) => `${caller}`).sort(),
    );
    expect(texts.slice(-3)).toEqual(["last", "Left", "Right"]);
  });

  test("two pages are not moved into each other", async () => {
    const crowd = await startCrowd(seed);
    const moves = await atOnce(CALLERS, (caller) => {
      const [page, into] = caller % 2 === 0 ? [LEFT, RIGHT] : [RIGHT, LEFT];
      return crowd.call("POST", `/v1/pages/${page}/move`, { parent: { type: "page_id", page_id: into } });
    });
    const refusals = moves.filter(({ status }) => status !== 200).map(({ body }) => body.message);
    expect(refusals).toEqual(
      Array.from(
        { length: CALLERS / 2 },
        () => "A page cannot be moved into itself or into a page below it.",
      ),
    );
  });

  test("a page that is moved to and fro is in one place", async () => {
    const crowd = await startCrowd(seed);
    const { id: page } = await crowd.must("POST", "/v1/pages", {
      parent: { type: "page_id", page_id: HOME },
    });
    await atOnce(CALLERS, (caller) =>
      crowd.must("POST", `/v1/pages/${page}/move`, {
        parent: { type: "page_id", page_id: [HOME, LEFT, RIGHT][caller % 3] },
      }),
    );
    const lists = await Promise.all([HOME, LEFT, RIGHT].map((parent) => textsOf(crowd, parent)));
    expect(lists.flat().filter((title) => title === "")).toHaveLength(1);
  });

  test("what is trashed and restored at once is counted once", async () => {
    const crowd = await startCrowd(seed);
    await atOnce(CALLERS, async (caller) => {
      const { status, body } = await crowd.call("PATCH", `/v1/blocks/${LAST}`, {
        in_trash: caller % 2 === 0,
      });
      const already = "Can't edit block that is archived. You must unarchive the block before editing.";
      if (status !== 200) expect(body.message).toBe(already);
    });
    const { in_trash } = await crowd.read(`/v1/blocks/${LAST}`);
    expect(await textsOf(crowd, HOME)).toEqual(["first", ...(in_trash ? [] : ["last"]), "Left", "Right"]);
  });

  test("nothing is put into what is being trashed", async () => {
    const crowd = await startCrowd(seed);
    const appended = await atOnce(CALLERS, (caller) =>
      caller === 5
        ? crowd.call("DELETE", `/v1/blocks/${FIRST}`)
        : crowd.call("PATCH", `/v1/blocks/${FIRST}/children`, { children: [paragraph(`${caller}`)] }),
    );
    expect(new Set(appended.map(({ status }) => status)).size).toBeLessThanOrEqual(2);
    await crowd.must("PATCH", `/v1/blocks/${FIRST}`, { in_trash: false });
    const taken = appended.filter(({ body }) => body.object === "list");
    expect(await textsOf(crowd, FIRST)).toHaveLength(taken.length);
  });

  test("changes of one block follow each other", async () => {
    const crowd = await startCrowd(seed);
    const changes = await atOnce(CALLERS, (caller) =>
      crowd.must("PATCH", `/v1/blocks/${LAST}`, paragraph(`${caller}`)),
    );
    expect(changes.map(({ paragraph: { rich_text } }) => rich_text[0].plain_text)).toEqual(
      changes.map((_, caller) => `${caller}`),
    );
    const [, last] = await textsOf(crowd, HOME);
    expect(changes.map((_, caller) => `${caller}`)).toContain(last);
  });
});
