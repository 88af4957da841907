import { describe, expect, test } from "vitest";
import { each, invalid, PAGE, paragraph, refusal, startWithPage, texts } from "./workspace.ts";

const five = ["a", "b", "c", "d", "e"].map((name) => paragraph(name));

describe("shape", () => {
  test("a page of blocks, and the id of the next one", async () => {
    const { list } = await startWithPage(five);
    const { body } = await list(PAGE, "?page_size=2");
    const all = (await list(PAGE)).body;
    expect(body).toMatchObject({
      object: "list",
      has_more: true,
      next_cursor: all.results[2].id,
      type: "block",
      block: {},
    });
    expect(all).toMatchObject({ has_more: false, next_cursor: null });
    expect(all.results).toHaveLength(5);
  });
});

describe("validation", () => {
  test("a cursor of somewhere else", async () => {
    const { list, append } = await startWithPage(five);
    const { body } = await append(PAGE, [paragraph("Outer", [paragraph("Inner")])]);
    for (const cursor of [PAGE, body.results[0].id]) {
      expect(refusal(await list(body.results[0].id, `?start_cursor=${cursor}`))).toEqual(
        invalid(`The start_cursor provided is invalid: ${cursor}`),
      );
    }
    expect(await list(PAGE, "?start_cursor=nonsense")).toMatchObject({ status: 400 });
  });

  test("what is not there, or not shared", async () => {
    const shared = { name: "Guest", tokens: ["ntn_guest"], shared: [] };
    const { call } = await startWithPage([], [], [shared]);
    const { body } = await call("GET", `/v1/blocks/${PAGE}/children`, undefined, { token: "ntn_guest" });
    expect(body).toMatchObject({
      status: 404,
      code: "object_not_found",
      message: `Could not find block with ID: ${PAGE}. Make sure the relevant pages and databases are shared with your integration "Guest".`,
    });
  });
});

describe("behaviour", () => {
  test("page by page, in order, by ids with or without dashes", async () => {
    const { list } = await startWithPage(five);
    const seen: string[] = [];
    let query = "?page_size=2";
    for (let more = true; more; ) {
      const page = await list(PAGE, query);
      seen.push(...texts(page));
      more = page.body.has_more;
      query = `?page_size=2&start_cursor=${String(page.body.next_cursor).replaceAll("-", "")}`;
    }
    expect(seen).toEqual(["a", "b", "c", "d", "e"]);
  });

  test("a cursor survives that blocks come and go, its own as well", async () => {
    const { append, list, remove } = await startWithPage(five);
    const { body } = await list(PAGE, "?page_size=2");
    await append(PAGE, [paragraph("0")], { type: "start" });
    await remove(body.next_cursor);
    const after = { type: "after_block", after_block: { id: body.results[1].id } };
    await append(PAGE, [paragraph("too late")], after);
    await append(PAGE, [paragraph("f")]);
    expect(texts(await list(PAGE, `?start_cursor=${body.next_cursor}`))).toEqual(["d", "e", "f"]);
  });

  test("a hundred at most, whatever is there", async () => {
    const { append, list } = await startWithPage();
    const hundred = Array.from({ length: 100 }, (_, index) => paragraph(`${index}`));
    const first = await append(PAGE, hundred);
    await append(PAGE, hundred);
    expect(first.body.results).toHaveLength(100);
    const { body } = await list(PAGE);
    expect([body.results.length, body.has_more]).toEqual([100, true]);
    const rest = await list(PAGE, `?start_cursor=${body.next_cursor}`);
    expect([rest.body.results.length, rest.body.has_more]).toEqual([100, false]);
  });

  test("a page in the trash still shows what is on it", async () => {
    const { list, remove, get } = await startWithPage([paragraph("a")]);
    await remove(PAGE);
    const listed = await list(PAGE);
    expect(each(listed, (block) => block.in_trash)).toEqual([true]);
    expect((await get(listed.body.results[0].id)).body.in_trash).toBe(true);
  });

  test("only what is shared is reached, with all below it", async () => {
    const inner = "10000000-0000-4000-8000-000000000002";
    const guest = { name: "Guest", tokens: ["ntn_guest"], shared: [inner] };
    const page = { object: "page" as const, id: inner, title: "Inner", children: [paragraph("a")] };
    const { call } = await startWithPage([page], [], [guest]);
    const as = (path: string) => call("GET", path, undefined, { token: "ntn_guest" });
    const listed = await as(`/v1/blocks/${inner}/children`);
    expect(texts(listed)).toEqual(["a"]);
    expect((await as(`/v1/blocks/${listed.body.results[0].id}`)).status).toBe(200);
    expect((await as(`/v1/blocks/${PAGE}`)).status).toBe(404);
  });
});
