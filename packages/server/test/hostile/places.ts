import { own, type Things } from "./strangers.ts";

/** A request with an id in it. */
export type Place = [what: string, kind: keyof Things, request: (id: string) => [string, string, object?]];

const text = (content: string) => [{ text: { content } }];
const mention = (value: object) => ({
  children: [{ paragraph: { rich_text: [{ type: "mention", mention: value }] } }],
});
const append = (body: object): [string, string, object] => ["PATCH", `/v1/blocks/${own.page}/children`, body];
const query = (body: object): [string, string, object] => [
  "POST",
  `/v1/data_sources/${own.dataSource}/query`,
  body,
];
const properties = { Name: { title: {} } };
const relation = (id: string) => ({ relation: { data_source_id: id, single_property: {} } });

/** Every place in which a request takes the id of something. */
export const places: Place[] = [
  ["getPage", "page", (id) => ["GET", `/v1/pages/${id}`]],
  ["getPage of a row", "row", (id) => ["GET", `/v1/pages/${id}`]],
  ["getPage of a template", "template", (id) => ["GET", `/v1/pages/${id}`]],
  ["getPage of a block", "block", (id) => ["GET", `/v1/pages/${id}`]],
  ["updatePage", "page", (id) => ["PATCH", `/v1/pages/${id}`, { is_locked: true }]],
  ["updatePage to trash", "page", (id) => ["PATCH", `/v1/pages/${id}`, { in_trash: true }]],
  ["movePage", "page", (id) => ["POST", `/v1/pages/${id}/move`, { parent: { page_id: own.page } }]],
  ["movePage into", "page", (id) => ["POST", `/v1/pages/${own.row}/move`, { parent: { page_id: id } }]],
  [
    "movePage into a data source",
    "dataSource",
    (id) => ["POST", `/v1/pages/${own.row}/move`, { parent: { data_source_id: id } }],
  ],
  ["getPageProperty", "page", (id) => ["GET", `/v1/pages/${id}/properties/title`]],
  ["createPage in a page", "page", (id) => ["POST", "/v1/pages", { parent: { page_id: id } }]],
  ["createPage in a database", "database", (id) => ["POST", "/v1/pages", { parent: { database_id: id } }]],
  [
    "createPage in a data source",
    "dataSource",
    (id) => ["POST", "/v1/pages", { parent: { data_source_id: id } }],
  ],
  [
    "createPage from a template",
    "template",
    (id) => [
      "POST",
      "/v1/pages",
      { parent: { data_source_id: own.dataSource }, template: { type: "template_id", template_id: id } },
    ],
  ],
  [
    "createPage after a block",
    "block",
    (id) => [
      "POST",
      "/v1/pages",
      { parent: { page_id: own.page }, position: { type: "after_block", after_block: { id } } },
    ],
  ],
  [
    "people",
    "person",
    (id) => ["PATCH", `/v1/pages/${own.row}`, { properties: { People: { people: [{ id }] } } }],
  ],
  [
    "custom emoji",
    "emoji",
    (id) => ["PATCH", `/v1/pages/${own.page}`, { icon: { type: "custom_emoji", custom_emoji: { id } } }],
  ],

  ["getBlock", "block", (id) => ["GET", `/v1/blocks/${id}`]],
  ["getBlock of a page", "page", (id) => ["GET", `/v1/blocks/${id}`]],
  ["getBlock of a data source", "dataSource", (id) => ["GET", `/v1/blocks/${id}`]],
  ["updateBlock", "block", (id) => ["PATCH", `/v1/blocks/${id}`, { toggle: { rich_text: text("mine") } }]],
  ["deleteBlock", "block", (id) => ["DELETE", `/v1/blocks/${id}`]],
  ["listBlockChildren", "page", (id) => ["GET", `/v1/blocks/${id}/children`]],
  ["listBlockChildren from", "block", (id) => ["GET", `/v1/blocks/${own.page}/children?start_cursor=${id}`]],
  [
    "appendBlockChildren",
    "page",
    (id) => ["PATCH", `/v1/blocks/${id}/children`, { children: [{ divider: {} }] }],
  ],
  [
    "appendBlockChildren after",
    "block",
    (id) => append({ children: [{ divider: {} }], position: { type: "after_block", after_block: { id } } }),
  ],
  ["mention of a page", "page", (id) => append(mention({ page: { id } }))],
  ["mention of a database", "database", (id) => append(mention({ database: { id } }))],
  ["mention of a person", "person", (id) => append(mention({ user: { id } }))],
  ["mention of an emoji", "emoji", (id) => append(mention({ custom_emoji: { id } }))],
  [
    "link to a page",
    "page",
    (id) => append({ children: [{ link_to_page: { type: "page_id", page_id: id } }] }),
  ],
  [
    "link to a database",
    "database",
    (id) => append({ children: [{ link_to_page: { type: "database_id", database_id: id } }] }),
  ],
  [
    "link to a comment",
    "comment",
    (id) => append({ children: [{ link_to_page: { type: "comment_id", comment_id: id } }] }),
  ],
  [
    "copy of a block",
    "block",
    (id) => append({ children: [{ synced_block: { synced_from: { block_id: id } } }] }),
  ],

  ["getDatabase", "database", (id) => ["GET", `/v1/databases/${id}`]],
  ["getDatabase of a page", "page", (id) => ["GET", `/v1/databases/${id}`]],
  ["updateDatabase", "database", (id) => ["PATCH", `/v1/databases/${id}`, { title: text("mine") }]],
  [
    "updateDatabase into",
    "page",
    (id) => ["PATCH", `/v1/databases/${own.database}`, { parent: { type: "page_id", page_id: id } }],
  ],
  [
    "createDatabase",
    "page",
    (id) => [
      "POST",
      "/v1/databases",
      { parent: { type: "page_id", page_id: id }, initial_data_source: { properties } },
    ],
  ],
  [
    "createDatabase with a relation",
    "dataSource",
    (id) => [
      "POST",
      "/v1/databases",
      {
        parent: { type: "page_id", page_id: own.page },
        initial_data_source: { properties: { ...properties, R: relation(id) } },
      },
    ],
  ],

  ["getDataSource", "dataSource", (id) => ["GET", `/v1/data_sources/${id}`]],
  ["getDataSource of a database", "database", (id) => ["GET", `/v1/data_sources/${id}`]],
  ["updateDataSource", "dataSource", (id) => ["PATCH", `/v1/data_sources/${id}`, { title: text("mine") }]],
  [
    "updateDataSource into",
    "database",
    (id) => ["PATCH", `/v1/data_sources/${own.dataSource}`, { parent: { database_id: id } }],
  ],
  [
    "updateDataSource with a relation",
    "dataSource",
    (id) => ["PATCH", `/v1/data_sources/${own.dataSource}`, { properties: { R: relation(id) } }],
  ],
  [
    "createDataSource",
    "database",
    (id) => ["POST", "/v1/data_sources", { parent: { database_id: id }, properties }],
  ],
  ["queryDataSource", "dataSource", (id) => ["POST", `/v1/data_sources/${id}/query`, {}]],
  ["queryDataSource from", "row", (id) => query({ start_cursor: id })],
  [
    "queryDataSource by person",
    "person",
    (id) => query({ filter: { property: "People", people: { contains: id } } }),
  ],
  ["listDataSourceTemplates", "dataSource", (id) => ["GET", `/v1/data_sources/${id}/templates`]],
  [
    "listDataSourceTemplates from",
    "template",
    (id) => ["GET", `/v1/data_sources/${own.dataSource}/templates?start_cursor=${id}`],
  ],

  ["search from", "page", (id) => ["POST", "/v1/search", { start_cursor: id }]],
  ["getUser", "person", (id) => ["GET", `/v1/users/${id}`]],
  ["listUsers from", "person", (id) => ["GET", `/v1/users?start_cursor=${id}`]],
  ["listCustomEmojis from", "emoji", (id) => ["GET", `/v1/custom_emojis?start_cursor=${id}`]],

  ["listComments", "page", (id) => ["GET", `/v1/comments?block_id=${id}`]],
  ["listComments from", "comment", (id) => ["GET", `/v1/comments?block_id=${own.page}&start_cursor=${id}`]],
  ["getComment", "comment", (id) => ["GET", `/v1/comments/${id}`]],
  ["updateComment", "comment", (id) => ["PATCH", `/v1/comments/${id}`, { rich_text: text("mine") }]],
  ["deleteComment", "comment", (id) => ["DELETE", `/v1/comments/${id}`]],
  [
    "createComment on a page",
    "page",
    (id) => ["POST", "/v1/comments", { parent: { page_id: id }, rich_text: text("hello") }],
  ],
  [
    "createComment on a block",
    "block",
    (id) => ["POST", "/v1/comments", { parent: { block_id: id }, rich_text: text("hello") }],
  ],
  [
    "createComment in a discussion",
    "discussion",
    (id) => ["POST", "/v1/comments", { discussion_id: id, rich_text: text("hello") }],
  ],
];
