import { describe, expect, test } from "vitest";
import {
  GUEST,
  invalid,
  NOBODY,
  notFound,
  PAGE,
  refusal,
  startWithPage,
  text,
  textAnswer,
} from "./workspace.ts";

describe("shape", () => {
  test("the answer is the page as it has become", async () => {
    const { update, get, clock } = await startWithPage();
    clock.time = new Date("2026-11-21T08:15:30Z");
    const { body } = await update(PAGE, {
      properties: { title: { title: text("New") } },
      icon: { emoji: "🌊" },
      is_locked: true,
      is_archived: true,
    });
    expect(body).toMatchObject({
      last_edited_time: "2026-11-21T08:15:00.000Z",
      icon: { type: "emoji", emoji: "🌊" },
      is_locked: true,
      is_archived: true,
      properties: { title: { title: textAnswer("New") } },
      url: `https://app.notion.com/p/New-${PAGE.replaceAll("-", "")}`,
    });
    const { request_id: _, ...page } = body;
    const { request_id: __, ...read } = (await get(PAGE)).body;
    expect(read).toEqual(page);
  });
});

describe("validation", () => {
  test("an unknown page, or one that is not shared, is not found", async () => {
    const { update, call } = await startWithPage();
    expect(refusal(await update(NOBODY, {}))).toEqual(notFound("page", NOBODY));
    const answer = await call("PATCH", `/v1/pages/${PAGE}`, {}, { token: "ntn_guest" });
    expect(refusal(answer)).toEqual(notFound("page", PAGE, GUEST));
  });

  test("a page in the trash cannot be changed", async () => {
    const { update } = await startWithPage();
    await update(PAGE, { in_trash: true });
    expect(refusal(await update(PAGE, { is_locked: true }))).toEqual(
      invalid("Can't edit block that is archived. You must unarchive the block before editing."),
    );
  });

  test("a page below the trash cannot be changed either", async () => {
    const { create, update } = await startWithPage();
    const { body: below } = await create({ parent: { page_id: PAGE } });
    await update(PAGE, { in_trash: true });
    expect(refusal(await update(below.id, { icon: null }))).toEqual(
      invalid(
        "Can't edit page on block with an archived ancestor. You must unarchive the ancestor before editing page.",
      ),
    );
  });
});

describe("behaviour", () => {
  test("what is not named stays", async () => {
    const { update, addSource, addRow } = await startWithPage();
    const { id } = await addSource({ Count: { number: {} } });
    const row = await addRow(id, "Row", { Count: { number: 3 } });
    const { body } = await update(row, { icon: { emoji: "🌊" } });
    expect(body.properties).toMatchObject({ Count: { number: 3 }, Name: { title: textAnswer("Row") } });
    expect((await update(row, { icon: null })).body.icon).toBe(null);
  });

  test("properties are named by id or name, encoded or not", async () => {
    const { get, update, addSource, addRow } = await startWithPage();
    const { id } = await addSource({ Count: { number: {} } });
    const row = await addRow(id, "Row");
    const key = (await get(row)).body.properties.Count.id;
    expect((await update(row, { properties: { [key]: { number: 7 } } })).body.properties.Count.number).toBe(
      7,
    );
  });

  test("a page goes into the trash and comes back", async () => {
    const { create, update, get, call } = await startWithPage();
    const { body: below } = await create({ parent: { page_id: PAGE } });
    expect((await update(below.id, { in_trash: true })).body.in_trash).toBe(true);
    expect((await call("GET", `/v1/blocks/${PAGE}/children`)).body.results).toEqual([]);
    expect((await get(below.id)).body.in_trash).toBe(true);
    const back = await update(below.id, { in_trash: false, is_locked: true });
    expect(back.body).toMatchObject({ in_trash: false, is_locked: true });
  });

  test("what lies below a page in the trash reads as trashed", async () => {
    const { create, update, get } = await startWithPage();
    const { body: below } = await create({ parent: { page_id: PAGE } });
    await update(PAGE, { in_trash: true });
    expect((await get(below.id)).body.in_trash).toBe(true);
  });

  test("erase_content takes everything out of the page", async () => {
    const { create, update, call } = await startWithPage();
    const { body: page } = await create({ parent: { page_id: PAGE }, children: [{ divider: {} }] });
    await update(page.id, { erase_content: true });
    expect((await call("GET", `/v1/blocks/${page.id}/children`)).body.results).toEqual([]);
    expect((await call("GET", `/v1/blocks/${page.id}`)).body.has_children).toBe(false);
  });

  test("an empty change changes nothing, not even the time", async () => {
    const { update, clock } = await startWithPage();
    clock.time = new Date("2026-11-21T08:15:30Z");
    expect((await update(PAGE, {})).body.last_edited_time).toBe("2026-11-20T12:34:00.000Z");
  });
});
