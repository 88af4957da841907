import { describe, expect, test } from "vitest";
import { fixOne, ID, type Row, refusal, undefinedKeys } from "./refusal.ts";

const rows: Row[] = [
  [
    "the document",
    "2026-03-11",
    "createPage",
    {},
    "body failed validation: body should be defined, instead was `undefined`.",
  ],
  [
    "the document",
    "2026-03-11",
    "createPage",
    { body: [] },
    "body failed validation: body should be an object, instead was `[]`.",
  ],
  [
    "the document",
    "2026-03-11",
    "createPage",
    { body: null },
    "body failed validation: body should be an object, instead was `null`.",
  ],
  [
    "https://github.com/doutv/Auto-GPT-Notion/issues/9; the members are the document's",
    "2026-03-11",
    "createPage",
    {
      body: {
        parent: { database_id: "f5820afe77ee4c589e91903f956bdda1?v=9a3e53af8585464db3e0d1a1d4a0b1c2" },
        properties: {},
      },
    },
    fixOne(
      "body.parent.page_id should be defined, instead was `undefined`.",
      'body.parent.database_id should be a valid uuid, instead was `"f5820afe77ee4c589e91903f956bdda1?v=9a3e53af8585464db3e...`.',
      "body.parent.data_source_id should be defined, instead was `undefined`.",
      "body.parent.workspace should be defined, instead was `undefined`.",
    ),
  ],
  [
    "https://github.com/trustmaster/gkeep2notion/issues/9; the members are the document's",
    "2026-03-11",
    "createPage",
    { body: { parent: { page_id: "" }, properties: {} } },
    fixOne(
      'body.parent.page_id should be a valid uuid, instead was `""`.',
      "body.parent.database_id should be defined, instead was `undefined`.",
      "body.parent.data_source_id should be defined, instead was `undefined`.",
      "body.parent.workspace should be defined, instead was `undefined`.",
    ),
  ],
  [
    "reported: a parent that is JSON in a string",
    "2026-03-11",
    "createPage",
    { body: { parent: '{"database_id": "x"}' } },
    'body failed validation: body.parent should be an object or `undefined`, instead was `"{\\"database_id\\": \\"x\\"}"`.',
  ],
  [
    "https://github.com/seratch/notion-translator/issues/5; the members are the document's",
    "2026-03-11",
    "createPage",
    { body: { parent: { page_id: ID }, properties: {}, icon: {} } },
    fixOne(
      "body.icon.emoji should be defined, instead was `undefined`.",
      "body.icon.external should be defined, instead was `undefined`.",
      "body.icon.file_upload should be defined, instead was `undefined`.",
      "body.icon.custom_emoji should be defined, instead was `undefined`.",
      "body.icon.icon should be defined, instead was `undefined`.",
    ),
  ],
  [
    "reported: no link to a picture",
    "2026-03-11",
    "createPage",
    { body: { parent: { page_id: ID }, properties: {}, icon: { external: { url: "" } } } },
    'body failed validation: body.icon.external.url should be populated, instead was `""`.',
  ],
  [
    "the document",
    "2026-03-11",
    "createPage",
    { body: { parent: { page_id: ID }, properties: {}, icon: 5 } },
    "body failed validation: body.icon should be an object, `null`, or `undefined`, instead was `5`.",
  ],
  [
    "the document",
    "2026-03-11",
    "createPage",
    {
      body: {
        parent: { page_id: ID },
        properties: {},
        cover: { type: "external", external: { url: `https://a.example/${"x".repeat(2000)}` } },
      },
    },
    "body failed validation: body.cover.external.url.length should be ≤ `2000`, instead was `2018`.",
  ],
  [
    "https://github.com/lizheming/doumark-action/issues/10; the members are the document's",
    "2026-03-11",
    "createPage",
    { body: { parent: { page_id: ID }, properties: { id: { number: "30433455" } } } },
    fixOne(
      ...undefinedKeys("body.properties.id", "title rich_text"),
      'body.properties.id.number should be a number or `null`, instead was `"30433455"`.',
      ...undefinedKeys(
        "body.properties.id",
        "url select multi_select people email phone_number date checkbox relation files status place verification",
      ),
    ),
  ],
  [
    "reported: a value with the name of its property",
    "2026-03-11",
    "createPage",
    { body: { parent: { page_id: ID }, properties: { question: { title: [], name: "Project name" } } } },
    fixOne(
      'body.properties.question.name should be not present, instead was `"Project name"`.',
      ...undefinedKeys(
        "body.properties.question",
        "rich_text number url select multi_select people email phone_number date checkbox relation files status place verification",
      ),
    ),
  ],
  [
    "https://github.com/hk21702/YA-GCal-Notion-Sync-Script/issues/54",
    "2026-03-11",
    "createPage",
    {
      body: {
        parent: { page_id: ID },
        properties: { Date: { date: { start: "2023-05-20", end: "5/20/2023" } } },
      },
    },
    'body failed validation: body.properties.Date.date.end should be a valid ISO 8601 date string, `null`, or `undefined`, instead was `"5/20/2023"`.',
  ],
  [
    "https://github.com/TheAcharya/csv2notion-neo/issues/62",
    "2026-03-11",
    "createPage",
    {
      body: {
        parent: { page_id: ID },
        properties: { "Birth date": { date: { start: "{'start': '2003-10-11T00:00:00'}" } } },
      },
    },
    "body failed validation: body.properties.Birth date.date.start should be a valid ISO 8601 date string, instead was `\"{'start': '2003-10-11T00:00:00'}\"`.",
  ],
  [
    "https://github.com/lizheming/doumark-action/issues/11",
    "2026-03-11",
    "createPage",
    {
      body: {
        parent: { page_id: ID },
        properties: { intro: { rich_text: [{ text: { content: "x".repeat(2242) } }] } },
      },
    },
    "body failed validation: body.properties.intro.rich_text[0].text.content.length should be ≤ `2000`, instead was `2242`.",
  ],
  [
    "reported: neither a file nor a link to one",
    "2026-03-11",
    "createPage",
    { body: { parent: { page_id: ID }, properties: { image: { files: [{ name: "a" }] } } } },
    fixOne(
      "body.properties.image.files[0].file should be defined, instead was `undefined`.",
      "body.properties.image.files[0].external should be defined, instead was `undefined`.",
      "body.properties.image.files[0].file_upload should be defined, instead was `undefined`.",
    ),
  ],
  [
    "reported: unknown key",
    "2026-03-11",
    "updatePage",
    { body: { an_incorrect_key: "value" } },
    'body failed validation: body.an_incorrect_key should be not present, instead was `"value"`.',
  ],
  [
    "reported: renamed in this version",
    "2026-03-11",
    "updatePage",
    { body: { archived: true } },
    "body failed validation: body.archived should be not present, instead was `true`.",
  ],
  [
    "the document",
    "2026-03-11",
    "updatePage",
    { body: { in_trash: "yes" } },
    'body failed validation: body.in_trash should be a boolean or `undefined`, instead was `"yes"`.',
  ],
  [
    "the document",
    "2026-03-11",
    "updatePage",
    { body: { properties: { Tags: { multi_select: [{ name: "a,b" }] } } } },
    'body failed validation: body.properties.Tags.multi_select[0].name should be a string without commas or `undefined`, instead was `"a,b"`.',
  ],
  [
    "the document",
    "2026-03-11",
    "updatePage",
    { body: { properties: { Tags: { multi_select: Array(101).fill({ name: "a" }) } } } },
    "body failed validation: body.properties.Tags.multi_select.length should be ≤ `100`, instead was `101`.",
  ],
  [
    "the document",
    "2026-03-11",
    "updatePage",
    { body: { properties: { Done: { checkbox: "yes", type: "checkbox" } } } },
    'body failed validation: body.properties.Done.checkbox should be a boolean, instead was `"yes"`.',
  ],
  [
    "the document",
    "2026-03-11",
    "updatePage",
    { body: { properties: { Mail: { type: "email", email: "" } } } },
    'body failed validation: body.properties.Mail.email should be populated or `null`, instead was `""`.',
  ],
  [
    "the document",
    "2026-03-11",
    "updatePage",
    { body: { properties: { Stock: { type: "number", number: {} } } } },
    "body failed validation: body.properties.Stock.number should be a number or `null`, instead was `{}`.",
  ],
  [
    "the document",
    "2026-03-11",
    "updatePage",
    { body: { properties: { Who: { type: "people", people: [{ id: "nobody" }] } } } },
    'body failed validation: body.properties.Who.people[0].id should be a valid uuid, instead was `"nobody"`.',
  ],
  [
    "the document",
    "2026-03-11",
    "updatePage",
    { body: JSON.parse('{"__proto__": {"in_trash": true}}') },
    'body failed validation: body.__proto__ should be not present, instead was `{"in_trash":true}`.',
  ],
  [
    "the document",
    "2026-03-11",
    "updatePage",
    { body: { constructor: 1 } },
    "body failed validation: body.constructor should be not present, instead was `1`.",
  ],
  [
    "the document",
    "2026-03-11",
    "createPage",
    { body: { parent: { page_id: ID }, properties: {}, markdown: "# x", children: [] } },
    "body failed validation: body.children should be not present, instead was `[]`.",
  ],
  [
    "the document",
    "2026-03-11",
    "createPage",
    { body: { parent: { page_id: ID }, properties: {}, allow_async: true } },
    "body failed validation: body.markdown should be defined, instead was `undefined`.",
  ],
  [
    "the document",
    "2026-03-11",
    "movePage",
    { body: {} },
    "body failed validation: body.parent should be defined, instead was `undefined`.",
  ],
  [
    "the document",
    "2026-03-11",
    "movePage",
    { body: { parent: { type: "workspace" } } },
    fixOne(
      "body.parent.page_id should be defined, instead was `undefined`.",
      "body.parent.data_source_id should be defined, instead was `undefined`.",
    ),
  ],
  [
    "the document",
    "2026-03-11",
    "updatePageMarkdown",
    { body: { type: "replace" } },
    'body failed validation: body.type should be `"update_content"`, `"replace_content"`, `"insert_content"`, or `"replace_content_range"`, instead was `"replace"`.',
  ],
];

describe("validation", () => {
  test.each(rows)("%s: %s %s", async (_source, version, operationId, request, message) => {
    expect(await refusal(version, operationId, request)).toEqual({
      status: 400,
      code: "validation_error",
      message,
    });
  });
});
