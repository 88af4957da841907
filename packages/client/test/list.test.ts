import { describe, expect, test } from "vitest";
import { createClient, List } from "../src/index.ts";
import { createCore, listUsers } from "../src/operations.ts";

const auth = "ntn_1";

/** Users on pages of two, whose cursors are the index of what comes next. */
function usersApi(count: number, last: object = {}) {
  const cursors: (string | null)[] = [];
  const fetch = async (request: Request) => {
    const cursor = new URL(request.url).searchParams.get("start_cursor");
    cursors.push(cursor);
    const from = Number(cursor ?? 0);
    const ids = Array.from({ length: count }, (_, id) => ({ id })).slice(from, from + 2);
    const has_more = from + 2 < count;
    const next_cursor = has_more ? String(from + 2) : null;
    return Response.json({ results: ids, has_more, next_cursor, ...(has_more ? {} : last) });
  };
  return { notion: createClient({ auth, fetch }), cursors, fetch };
}

const idsOf = (items: { id: unknown }[]) => items.map(({ id }) => id);

describe("shape", () => {
  test("awaited, it is the first page", async () => {
    const { notion, cursors } = usersApi(5);
    expect(await notion.users.list()).toEqual({
      results: [{ id: 0 }, { id: 1 }],
      has_more: true,
      next_cursor: "2",
    });
    expect(cursors).toEqual([null]);
  });

  test("it goes through all items, or pages", async () => {
    const { notion, cursors } = usersApi(5);
    const ids: unknown[] = [];
    for await (const user of notion.users.list()) ids.push(user.id);
    expect(ids).toEqual([0, 1, 2, 3, 4]);
    expect(cursors).toEqual([null, "2", "4"]);
    const pages: number[] = [];
    for await (const page of notion.users.list().pages()) pages.push(page.results.length);
    expect(pages).toEqual([2, 2, 1]);
  });

  test("as a function too", async () => {
    const { fetch } = usersApi(3);
    expect(idsOf(await listUsers(createCore({ auth, fetch })).collect())).toEqual([0, 1, 2]);
  });
});

describe("validation", () => {
  test("a cursor that leads to itself is an error, not an endless loop", async () => {
    const fetch = async () => Response.json({ results: [1], has_more: true, next_cursor: "same" });
    const list = createClient({ auth, fetch }).users.list();
    await expect(list.collect()).rejects.toMatchObject({
      code: "unexpected_answer",
      message: "The API answered with the cursor that it was asked for.",
    });
  });

  test("a list that the API cuts off is not taken for the whole", async () => {
    const request_status = { type: "incomplete", incomplete_reason: "query_result_limit_reached" };
    const { notion } = usersApi(3, { request_status, request_id: "r" });
    const ids: unknown[] = [];
    const all = (async () => {
      for await (const { id } of notion.users.list()) ids.push(id);
    })();
    await expect(all).rejects.toMatchObject({ code: "query_result_limit_reached", requestId: "r" });
    expect(ids).toEqual([0, 1, 2]);
    expect(idsOf(await notion.users.list().collect(3))).toEqual([0, 1, 2]);
    let end: unknown;
    for await (const page of notion.users.list().pages()) end = page.request_status;
    expect(end).toEqual(request_status);
  });

  test("a page that fails ends it, with what the API says", async () => {
    let answers = 0;
    const fetch = async () => {
      answers += 1;
      return answers === 1
        ? Response.json({ results: [{ id: 1 }], has_more: true, next_cursor: "2" })
        : Response.json({ code: "validation_error", message: "Bad cursor." }, { status: 400 });
    };
    const list = createClient({ auth, fetch }).users.list();
    await expect(list.collect()).rejects.toMatchObject({ status: 400, code: "validation_error" });
  });
});

describe("behaviour", () => {
  test("it asks for no more pages than are needed", async () => {
    const { notion, cursors } = usersApi(9);
    expect(idsOf(await notion.users.list().collect(3))).toEqual([0, 1, 2]);
    expect(cursors).toEqual([null, "2"]);
    expect(await notion.users.list().collect(0)).toEqual([]);
  });

  test("it goes on from a cursor", async () => {
    const { notion } = usersApi(5);
    const { next_cursor } = await notion.users.list();
    const rest = notion.users.list({ start_cursor: next_cursor ?? "" });
    expect(idsOf(await rest.collect())).toEqual([2, 3, 4]);
  });

  test("what was awaited is not asked for again", async () => {
    const { notion, cursors } = usersApi(3);
    const list = notion.users.list();
    await list;
    await list.collect();
    expect(cursors).toEqual([null, "2"]);
  });

  test("it is a promise in every way", async () => {
    const list = new List(async () => {
      throw new Error("No.");
    });
    expect(await list.catch((error: Error) => error.message)).toBe("No.");
    let ended = 0;
    await expect(list.finally(() => (ended += 1))).rejects.toThrow("No.");
    expect(ended).toBe(1);
    await expect(Promise.all([list])).rejects.toThrow("No.");
  });

  test("an answer that is no list is its own only item", async () => {
    const item = { object: "property_item", type: "number", number: 1 };
    const fetch = async () => Response.json(item);
    const list = createClient({ auth, fetch }).pages.properties.get({ page_id: "p", property_id: "n" });
    expect(await list.collect()).toEqual([item]);
  });
});
