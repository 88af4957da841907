import { describe, expect, test } from "vitest";
import {
  ADA,
  contentOf,
  EMOJI,
  each,
  invalid,
  PAGE,
  refusal,
  refused,
  startWithPage,
  text,
} from "./workspace.ts";

const URL = "https://example.com/files/Caf%C3%A9%20menu.pdf";
const OTHER = "10000000-0000-4000-8000-000000000002";
const words = [expect.objectContaining({ plain_text: "Words" })];
const media = { external: { url: URL } };
const hosted = { caption: [], type: "external", external: { url: URL } };
const colored = { rich_text: words, color: "default" };
const heading = { rich_text: words, is_toggleable: false, color: "default" };

describe("shape", () => {
  /** The least that a request says of each type, and what the block then is. */
  test.each<[string, object, object]>([
    ["paragraph", { rich_text: text("Words") }, { rich_text: words, icon: null, color: "default" }],
    ["heading_1", { rich_text: text("Words") }, heading],
    ["heading_2", { rich_text: text("Words") }, heading],
    ["heading_3", { rich_text: text("Words") }, heading],
    ["heading_4", { rich_text: text("Words") }, heading],
    ["bulleted_list_item", { rich_text: text("Words") }, colored],
    ["numbered_list_item", { rich_text: text("Words") }, colored],
    ["toggle", { rich_text: text("Words") }, colored],
    ["quote", { rich_text: text("Words") }, colored],
    ["to_do", { rich_text: text("Words") }, { rich_text: words, checked: false, color: "default" }],
    [
      "callout",
      { rich_text: text("Words") },
      { rich_text: words, icon: { type: "emoji", emoji: "💡" }, color: "default" },
    ],
    [
      "code",
      { rich_text: text("Words"), language: "rust" },
      { caption: [], rich_text: words, language: "rust" },
    ],
    ["equation", { expression: "e = mc^2" }, { expression: "e = mc^2" }],
    ["divider", {}, {}],
    ["breadcrumb", {}, {}],
    ["table_of_contents", {}, { color: "default" }],
    ["template", { rich_text: text("Words") }, { rich_text: words }],
    ["bookmark", { url: URL }, { caption: [], url: URL }],
    ["embed", { url: URL }, { caption: [], url: URL }],
    ["image", media, hosted],
    ["video", media, hosted],
    ["audio", media, hosted],
    ["pdf", media, hosted],
    ["file", media, { ...hosted, name: "Café menu.pdf" }],
    ["file", { ...media, name: "menu" }, { ...hosted, name: "menu.pdf" }],
    ["file", { ...media, name: "menu.txt" }, { ...hosted, name: "menu.txt" }],
    ["link_to_page", { page_id: OTHER.replaceAll("-", "") }, { type: "page_id", page_id: OTHER }],
    ["link_to_page", { database_id: OTHER }, { type: "database_id", database_id: OTHER }],
    ["link_to_page", { comment_id: OTHER }, { type: "comment_id", comment_id: OTHER }],
    ["synced_block", { synced_from: null }, { synced_from: null }],
    [
      "table",
      { table_width: 1, children: [{ table_row: { cells: [[]] } }] },
      { table_width: 1, has_column_header: false, has_row_header: false },
    ],
  ])("%s with what is left out filled in", async (type, request, answer) => {
    const { append, get } = await startWithPage();
    const { status, body } = await append(PAGE, [{ [type]: request }]);
    expect(status).toBe(200);
    expect(body.results[0]).toMatchObject({ object: "block", type });
    expect(body.results[0][type]).toEqual(answer);
    expect((await get(body.results[0].id)).body[type]).toEqual(answer);
  });

  test("what is sent is kept", async () => {
    const { append } = await startWithPage();
    const appended = await append(PAGE, [
      { type: "to_do", to_do: { rich_text: text("Words"), checked: true, color: "red_background" } },
      { heading_2: { rich_text: [], is_toggleable: true, color: "blue" } },
      { bookmark: { url: URL, caption: text("Words") } },
      { callout: { rich_text: [], icon: { icon: { name: "star" } } } },
      { callout: { rich_text: [], icon: { external: { url: URL } } } },
      { callout: { rich_text: [], icon: { custom_emoji: { id: EMOJI } } } },
    ]);
    expect(each(appended, contentOf)).toEqual([
      { rich_text: words, checked: true, color: "red_background" },
      { rich_text: [], is_toggleable: true, color: "blue" },
      { url: URL, caption: words },
      { rich_text: [], icon: { type: "icon", icon: { name: "star", color: "gray" } }, color: "default" },
      { rich_text: [], icon: { type: "external", external: { url: URL } }, color: "default" },
      {
        rich_text: [],
        icon: {
          type: "custom_emoji",
          custom_emoji: { id: EMOJI, name: "beans", url: "https://example.com/beans.png" },
        },
        color: "default",
      },
    ]);
  });

  test("one of Notion's own icons, by its address", async () => {
    const { append } = await startWithPage();
    const icon = (name: string) => ({ external: { url: `https://www.notion.so/icons/${name}.svg` } });
    const appended = await append(PAGE, [
      { callout: { rich_text: [], icon: icon("light-bulb_purple") } },
      { callout: { rich_text: [], icon: icon("light-bulb_mauve") } },
    ]);
    expect(each(appended, (block) => block.callout.icon)).toEqual([
      { type: "icon", icon: { name: "light-bulb", color: "purple" } },
      { type: "external", ...icon("light-bulb_mauve") },
    ]);
  });

  test("what only answers have: hosted files, previews, meeting notes, the unsupported", async () => {
    const notes = { title: [], status: "notes_ready" };
    const { list } = await startWithPage([
      { type: "image", image: { caption: [], type: "file", file: { url: URL, expiry_time: "2026-01-01" } } },
      { type: "link_preview", link_preview: { url: URL } },
      { type: "meeting_notes", meeting_notes: notes },
      { type: "unsupported", unsupported: { block_type: "button" } },
    ]);
    expect(each(await list(PAGE), contentOf)).toEqual([
      { caption: [], type: "file", file: { url: URL, expiry_time: "2026-11-20T13:34:56.789Z" } },
      { url: URL },
      notes,
      { block_type: "button" },
    ]);
  });

  test("pages and databases by their titles", async () => {
    const { list, get } = await startWithPage([
      { object: "page", id: OTHER, title: "Inner", children: [{ divider: {} }] },
      { object: "database", title: "Beans" },
      { object: "database", title: "" },
      {
        object: "page",
        properties: { title: { title: [{ mention: { user: { id: ADA } } }, ...text(" and I")] } },
      },
    ]);
    expect(each(await list(PAGE), (block) => [contentOf(block), block.has_children])).toEqual([
      [{ title: "Inner" }, true],
      [{ title: "Beans" }, false],
      [{ title: "Untitled" }, false],
      [{ title: "@Ada and I" }, false],
    ]);
    expect((await get(OTHER)).body).toMatchObject({
      object: "block",
      id: OTHER,
      type: "child_page",
      parent: { type: "page_id", page_id: PAGE },
    });
  });

  test("a row as a block, in its data source", async () => {
    const source = "10000000-0000-4000-8000-0000000000d5";
    const database = "10000000-0000-4000-8000-0000000000db";
    const rows = [{ id: OTHER, title: "Guji" }];
    const { get } = await startWithPage([
      { object: "database", id: database, title: "Beans", data_sources: [{ id: source, rows }] },
    ]);
    expect((await get(OTHER)).body).toMatchObject({
      type: "child_page",
      child_page: { title: "Guji" },
      parent: { type: "data_source_id", data_source_id: source, database_id: database },
    });
  });
});

describe("validation", () => {
  test.each([
    [
      "a link without scheme",
      { paragraph: { rich_text: [{ text: { content: "a", link: { url: "b.c" } } }] } },
      "Invalid URL for link.",
    ],
    ["a bookmark", { bookmark: { url: "nowhere" } }, "Invalid URL for link."],
    ["an image", { image: { external: { url: "picture.png" } } }, "Invalid image url."],
    ["a file", { file: { external: { url: "file.txt" } } }, "Invalid file url."],
  ])("%s that is no URL", async (_name, block, reason) => {
    const { append, list } = await startWithPage();
    expect(refusal(await append(PAGE, [{ divider: {} }, block]))).toEqual(refused(reason));
    expect((await list(PAGE)).body.results).toEqual([]);
  });

  test.each([
    ["an image", { image: { file_upload: { id: OTHER } } }],
    ["an embed", { embed: { file_upload: { id: OTHER } } }],
    ["an icon", { callout: { rich_text: [], icon: { file_upload: { id: OTHER } } } }],
  ])("%s of an upload, while there are none", async (_name, block) => {
    const { append } = await startWithPage();
    expect(refusal(await append(PAGE, [block]))).toEqual(
      invalid(`Could not find file upload with ID: ${OTHER}. The local server has no file uploads yet.`),
    );
  });

  test("what cannot be made", async () => {
    const { append } = await startWithPage();
    for (const type of ["child_page", "child_database", "link_preview", "unsupported", "meeting_notes"]) {
      expect(await append(PAGE, [{ [type]: { title: "No", url: URL } }])).toMatchObject({ status: 400 });
    }
  });
});

describe("behaviour", () => {
  test("an answer can be sent back", async () => {
    const { append, update } = await startWithPage();
    const { body } = await append(PAGE, [
      { callout: { rich_text: [{ mention: { user: { id: ADA } } }, ...text("Words")] } },
    ]);
    const [{ id, callout }] = body.results;
    const [mention, words] = callout.rich_text;
    const user = { ...mention, mention: { type: "user", user: { object: "user", id: ADA } } };
    const { status, body: after } = await update(id, { callout: { ...callout, rich_text: [user, words] } });
    expect([status, after.callout]).toEqual([200, callout]);
  });
});
