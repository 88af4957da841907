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

  test("an id that is sent back has dashes", async () => {
    const { update } = await startWithPage();
    const id = PAGE.replaceAll("-", "");
    expect(refusal(await update(PAGE, { id }))).toEqual(
      invalid(
        `body failed validation: body.id should be a valid uuid or \`undefined\`, instead was \`"${id}"\`.`,
      ),
    );
  });

  test("a custom emoji that the workspace does not have is not found", async () => {
    const { update, create, get } = await startWithPage();
    const refused = {
      status: 404,
      code: "object_not_found",
      message: `Could not find custom emoji with ID: ${NOBODY}.`,
    };
    const custom_emoji = { id: NOBODY };
    expect(refusal(await update(PAGE, { icon: { custom_emoji } }))).toMatchObject(refused);
    const rich_text = [{ mention: { custom_emoji } }];
    const children = [{ toggle: { rich_text: [], children: [{ paragraph: { rich_text } }] } }];
    expect(refusal(await create({ parent: { page_id: PAGE }, children }))).toMatchObject(refused);
    expect((await get(PAGE)).body.icon).toBe(null);
  });

  test("a property may be named like them", async () => {
    const { addSource, addRow, get, update } = await startWithPage();
    const { id } = await addSource({ custom_emoji: { number: {} } });
    const row = await addRow(id, "Row");
    const { properties } = (await get(row)).body;
    expect((await update(row, { properties })).body.properties).toEqual(properties);
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

  test("values can be sent back as they were read, and so can the object and the id", async () => {
    const { get, update, addSource, addRow, clock } = await startWithPage();
    const { id } = await addSource({
      Count: { number: {} },
      Stage: { select: { options: [{ name: "Open", color: "red" }] } },
      Tags: { multi_select: {} },
      When: { date: {} },
      Where: { place: {} },
      Page: { url: {} },
      Notes: { rich_text: {} },
      Files: { files: {} },
    });
    const row = await addRow(id, "Row", {
      Count: { number: 3 },
      Stage: { select: { name: "Open" } },
      Tags: { multi_select: [{ name: "wet" }] },
      When: { date: { start: "2026-11-20" } },
      Where: { place: { lat: 1, lon: 2 } },
      Page: { url: "https://example.org" },
      Notes: { rich_text: text("Notes") },
      Files: { files: [{ name: "a.pdf", external: { url: "https://example.org/a.pdf" } }] },
    });
    const { properties } = (await get(row)).body;
    const { status, body } = await update(row, { object: "page", id: row, properties });
    expect({ status, properties: body.properties }).toEqual({ status: 200, properties });
    clock.time = new Date("2026-11-21T08:15:30Z");
    expect((await update(row, { object: "page", id: row })).body.last_edited_time).toBe(
      body.last_edited_time,
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
