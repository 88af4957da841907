import { fixOne, ID, type Row, undefinedKeys } from "../refusal.ts";

export const blocks: Row[] = [
  [
    "https://github.com/Myastr0/mk-notes/issues/8",
    "2026-03-11",
    "appendBlockChildren",
    { body: { children: Array(191).fill({ divider: {} }) } },
    "body failed validation: body.children.length should be ≤ `100`, instead was `191`.",
  ],
  [
    "reported: a block without its content",
    "2026-03-11",
    "appendBlockChildren",
    { body: { children: [{ type: "callout", callout: {} }] } },
    "body failed validation: body.children[0].callout.rich_text should be defined, instead was `undefined`.",
  ],
  [
    "reported: a type that is none, in the order of the document",
    "2026-03-11",
    "appendBlockChildren",
    { body: { children: [{ object: "block", type: "note", note: { rich_text: [] } }] } },
    fixOne(
      ...undefinedKeys(
        "body.children[0]",
        "embed bookmark image video pdf file audio code equation divider breadcrumb tab table_of_contents link_to_page table_row table heading_1 heading_2 heading_3 heading_4 paragraph bulleted_list_item numbered_list_item quote to_do toggle template callout synced_block column_list column",
      ),
    ),
  ],
  [
    "reported: wrong type of a flag",
    "2026-03-11",
    "appendBlockChildren",
    { body: { children: [{ type: "to_do", to_do: { rich_text: [], checked: "yes" } }] } },
    'body failed validation: body.children[0].to_do.checked should be a boolean or `undefined`, instead was `"yes"`.',
  ],
  [
    "reported: wrong type of a text",
    "2026-03-11",
    "appendBlockChildren",
    { body: { children: [{ paragraph: { rich_text: [{ text: { content: 12345 } }] } }] } },
    "body failed validation: body.children[0].paragraph.rich_text[0].text.content should be a string, instead was `12345`.",
  ],
  [
    "reported: null where an icon may be left out",
    "2026-03-11",
    "appendBlockChildren",
    { body: { children: [{ type: "paragraph", paragraph: { rich_text: [], icon: null } }] } },
    "body failed validation: body.children[0].paragraph.icon should be an object or `undefined`, instead was `null`.",
  ],
  [
    "reported: what an answer has, sent back",
    "2026-03-11",
    "appendBlockChildren",
    { body: { children: [{ type: "paragraph", paragraph: { rich_text: [] }, archived: false }] } },
    "body failed validation: body.children[0].archived should be not present, instead was `false`.",
  ],
  [
    "https://github.com/ultimate-notion/ultimate-notion/issues/166",
    "2026-03-11",
    "appendBlockChildren",
    {
      body: {
        children: [
          {
            type: "paragraph",
            paragraph: {
              rich_text: [
                {
                  type: "mention",
                  mention: {
                    type: "user",
                    user: { object: "user", id: ID, type: "unknown", name: "Unknown User", unknown: {} },
                  },
                },
              ],
            },
          },
        ],
      },
    },
    fixOne(
      'body.children[0].paragraph.rich_text[0].mention.user.type should be not present, instead was `"unknown"`.',
      'body.children[0].paragraph.rich_text[0].mention.user.name should be not present, instead was `"Unknown User"`.',
      "body.children[0].paragraph.rich_text[0].mention.user.unknown should be not present, instead was `{}`.",
    ),
  ],
  [
    "reported: what an answer has, sent back",
    "2022-06-28",
    "appendBlockChildren",
    { body: { children: [{ type: "paragraph", paragraph: { rich_text: [] }, archived: false }] } },
    "body failed validation: body.children[0].archived should be not present, instead was `false`.",
  ],
  [
    "https://github.com/paperboi/kindle2notion/issues/92",
    "2026-03-11",
    "appendBlockChildren",
    {
      body: {
        children: [
          { type: "paragraph", paragraph: { rich_text: [{ text: { content: "x".repeat(2001) } }] } },
        ],
      },
    },
    "body failed validation: body.children[0].paragraph.rich_text[0].text.content.length should be ≤ `2000`, instead was `2001`.",
  ],
  [
    "https://github.com/ariary/notionterm/issues/4",
    "2026-03-11",
    "updateBlock",
    {
      body: {
        code: {
          rich_text: [
            { text: { content: "" } },
            { text: { content: "" } },
            { text: { content: "x".repeat(13647) } },
          ],
        },
      },
    },
    "body failed validation: body.code.rich_text[2].text.content.length should be ≤ `2000`, instead was `13647`.",
  ],
  [
    "reported: annotations inside the text",
    "2026-03-11",
    "appendBlockChildren",
    {
      body: {
        children: [
          {
            column_list: {
              children: [
                {
                  column: {
                    children: [
                      { paragraph: { rich_text: [{ text: { content: "a", annotations: { bold: true } } }] } },
                    ],
                  },
                },
                { column: { children: [{ divider: {} }] } },
              ],
            },
          },
        ],
      },
    },
    'body failed validation: body.children[0].column_list.children[0].column.children[0].paragraph.rich_text[0].text.annotations should be not present, instead was `{"bold":true}`.',
  ],
  [
    "the document",
    "2026-03-11",
    "appendBlockChildren",
    { body: {} },
    "body failed validation: body.children should be defined, instead was `undefined`.",
  ],
  [
    "the document",
    "2026-03-11",
    "appendBlockChildren",
    { body: { children: "x" } },
    'body failed validation: body.children should be an array, instead was `"x"`.',
  ],
  [
    "the document",
    "2026-03-11",
    "appendBlockChildren",
    { body: { children: [] } },
    "body failed validation: body.children.length should be ≥ `1`, instead was `0`.",
  ],
  [
    "the document",
    "2026-03-11",
    "appendBlockChildren",
    { body: { children: [null] } },
    "body failed validation: body.children[0] should be an object, instead was `null`.",
  ],
  [
    "the document",
    "2026-03-11",
    "appendBlockChildren",
    { body: { children: [{ type: "paragraph" }] } },
    "body failed validation: body.children[0].paragraph should be defined, instead was `undefined`.",
  ],
  [
    "the document",
    "2026-03-11",
    "appendBlockChildren",
    { body: { children: [{ type: "paragraph", heading_1: { rich_text: [] } }] } },
    "body failed validation: body.children[0].paragraph should be defined, instead was `undefined`.",
  ],
  [
    "the document",
    "2026-03-11",
    "appendBlockChildren",
    { body: { children: [{ type: "quote", quote: { rich_text: [], color: "mauve" } }] } },
    'body failed validation: body.children[0].quote.color should be `"default"`, `"gray"`, `"brown"`, `"orange"`, `"yellow"`, `"green"`, `"blue"`, `"purple"`, `"pink"`, `"red"`, `"default_background"`, `"gray_background"`, `"brown_background"`, `"orange_background"`, `"yellow_background"`, `"green_background"`, `"blue_background"`, `"purple_background"`, `"pink_background"`, `"red_background"`, or `undefined`, instead was `"mauve"`.',
  ],
  [
    "the document",
    "2026-03-11",
    "appendBlockChildren",
    {
      body: {
        children: [
          { type: "paragraph", paragraph: { rich_text: Array(101).fill({ text: { content: "" } }) } },
        ],
      },
    },
    "body failed validation: body.children[0].paragraph.rich_text.length should be ≤ `100`, instead was `101`.",
  ],
  [
    "the document",
    "2026-03-11",
    "appendBlockChildren",
    {
      body: {
        children: [
          {
            type: "paragraph",
            paragraph: { rich_text: [{ type: "equation", equation: { expression: "x".repeat(1001) } }] },
          },
        ],
      },
    },
    "body failed validation: body.children[0].paragraph.rich_text[0].equation.expression.length should be ≤ `1000`, instead was `1001`.",
  ],
  [
    "the document",
    "2026-03-11",
    "appendBlockChildren",
    { body: { children: [{ divider: {} }], after: ID } },
    'body failed validation: body.after should be not present, instead was `"b55c9c91-384d-452b-81db-d1ef79372b75"`.',
  ],
  [
    "the document",
    "2025-09-03",
    "appendBlockChildren",
    { body: { children: [{ divider: {} }], after: "x" } },
    'body failed validation: body.after should be a valid uuid or `undefined`, instead was `"x"`.',
  ],
  [
    "the document",
    "2026-03-11",
    "appendBlockChildren",
    { body: { children: [{ divider: {} }], position: { type: "middle" } } },
    'body failed validation: body.position.type should be `"start"`, `"end"`, or `"after_block"`, instead was `"middle"`.',
  ],
  [
    "reported: the width of a table is for ever",
    "2026-03-11",
    "updateBlock",
    { body: { table: { table_width: 3 } } },
    "body failed validation: body.table.table_width should be not present, instead was `3`.",
  ],
  [
    "reported: where a list starts is for ever",
    "2026-03-11",
    "updateBlock",
    { body: { numbered_list_item: { rich_text: [], list_start_index: 3 } } },
    "body failed validation: body.numbered_list_item.list_start_index should be not present, instead was `3`.",
  ],
];
