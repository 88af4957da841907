import type { Client } from "@notionhq/client";
import * as at from "./world.ts";

const text = (content: string) => [{ text: { content } }];
const credentials = { client_id: at.MISSING, client_secret: "secret" };
const upload = { filename: "beans.txt", data: new Blob(["beans"]) };

/** One call of every method that the official client has, by the method's name. */
export const calls: Record<string, (client: Client) => Promise<unknown>> = {
  "users.me": (client) => client.users.me({}),
  "users.retrieve": (client) => client.users.retrieve({ user_id: at.PERSON }),
  "users.list": (client) => client.users.list({ page_size: 1 }),

  "pages.create": (client) =>
    client.pages.create({
      parent: { type: "data_source_id", data_source_id: at.DATA_SOURCE },
      icon: { type: "emoji", emoji: "☕" },
      properties: { Name: { type: "title", title: text("Sidamo") }, Price: { type: "number", number: 21 } },
      children: [{ type: "paragraph", paragraph: { rich_text: text("Bright.") } }],
    }),
  "pages.retrieve": (client) => client.pages.retrieve({ page_id: at.ROW, filter_properties: ["title"] }),
  "pages.update": (client) =>
    client.pages.update({ page_id: at.ROW, properties: { Price: { type: "number", number: 19 } } }),
  "pages.move": (client) =>
    client.pages.move({
      page_id: at.OTHER_PAGE,
      parent: { type: "data_source_id", data_source_id: at.DATA_SOURCE },
    }),
  "pages.properties.retrieve": (client) =>
    client.pages.properties.retrieve({ page_id: at.ROW, property_id: "title", page_size: 1 }),
  "pages.retrieveMarkdown": (client) => client.pages.retrieveMarkdown({ page_id: at.PAGE }),
  "pages.updateMarkdown": (client) =>
    client.pages.updateMarkdown({
      page_id: at.PAGE,
      type: "replace_content",
      replace_content: { new_str: "Nothing" },
    }),

  "blocks.retrieve": (client) => client.blocks.retrieve({ block_id: at.PARAGRAPH }),
  "blocks.update": (client) =>
    client.blocks.update({ block_id: at.PARAGRAPH, paragraph: { rich_text: text("changed") } }),
  "blocks.delete": (client) => client.blocks.delete({ block_id: at.PARAGRAPH }),
  "blocks.children.list": (client) => client.blocks.children.list({ block_id: at.PAGE, page_size: 2 }),
  "blocks.children.append": (client) =>
    client.blocks.children.append({
      block_id: at.PAGE,
      children: [{ type: "to_do", to_do: { rich_text: text("three"), checked: true } }],
    }),
  "blocks.meetingNotes.create": (client) =>
    client.blocks.meetingNotes.create({
      source: { type: "file_upload", file_upload_id: at.MISSING },
      parent: { type: "page_id", page_id: at.PAGE },
    }),
  "blocks.meetingNotes.query": (client) => client.blocks.meetingNotes.query({ limit: 10 }),

  "databases.create": (client) =>
    client.databases.create({
      parent: { type: "page_id", page_id: at.PAGE },
      title: text("Suppliers"),
      initial_data_source: { properties: { Name: { type: "title", title: {} } } },
    }),
  "databases.retrieve": (client) => client.databases.retrieve({ database_id: at.DATABASE }),
  "databases.update": (client) =>
    client.databases.update({ database_id: at.DATABASE, title: text("All beans"), is_locked: true }),

  "dataSources.create": (client) =>
    client.dataSources.create({
      parent: { type: "database_id", database_id: at.DATABASE },
      title: text("Roasts"),
      properties: { Name: { type: "title", title: {} } },
    }),
  "dataSources.retrieve": (client) => client.dataSources.retrieve({ data_source_id: at.DATA_SOURCE }),
  "dataSources.update": (client) =>
    client.dataSources.update({
      data_source_id: at.DATA_SOURCE,
      properties: { Organic: { type: "checkbox", checkbox: {} } },
    }),
  "dataSources.query": (client) =>
    client.dataSources.query({
      data_source_id: at.DATA_SOURCE,
      filter: { property: "Price", number: { greater_than: 17 } },
      sorts: [{ property: "Name", direction: "ascending" }],
    }),
  "dataSources.listTemplates": (client) =>
    client.dataSources.listTemplates({ data_source_id: at.DATA_SOURCE }),

  search: (client) => client.search({ query: "home", filter: { property: "object", value: "page" } }),

  "comments.create": (client) =>
    client.comments.create({ parent: { type: "page_id", page_id: at.PAGE }, rich_text: text("Another") }),
  "comments.list": (client) => client.comments.list({ block_id: at.PAGE }),
  "comments.retrieve": (client) => client.comments.retrieve({ comment_id: at.COMMENT }),
  "comments.update": (client) =>
    client.comments.update({ comment_id: at.COMMENT, rich_text: text("Changed") }),
  "comments.delete": (client) => client.comments.delete({ comment_id: at.COMMENT }),
  "customEmojis.list": (client) => client.customEmojis.list({ name: "beans" }),

  "fileUploads.create": (client) => client.fileUploads.create({ mode: "single_part", filename: "beans.txt" }),
  "fileUploads.retrieve": (client) => client.fileUploads.retrieve({ file_upload_id: at.MISSING }),
  "fileUploads.list": (client) => client.fileUploads.list({ status: "uploaded" }),
  "fileUploads.send": (client) => client.fileUploads.send({ file_upload_id: at.MISSING, file: upload }),
  "fileUploads.complete": (client) => client.fileUploads.complete({ file_upload_id: at.MISSING }),

  "views.create": (client) =>
    client.views.create({
      database_id: at.DATABASE,
      data_source_id: at.DATA_SOURCE,
      name: "All",
      type: "table",
    }),
  "views.retrieve": (client) => client.views.retrieve({ view_id: at.MISSING }),
  "views.update": (client) => client.views.update({ view_id: at.MISSING, name: "Some" }),
  "views.delete": (client) => client.views.delete({ view_id: at.MISSING }),
  "views.list": (client) => client.views.list({ database_id: at.DATABASE }),
  "views.queries.create": (client) => client.views.queries.create({ view_id: at.MISSING, page_size: 1 }),
  "views.queries.results": (client) =>
    client.views.queries.results({ view_id: at.MISSING, query_id: at.MISSING }),
  "views.queries.delete": (client) =>
    client.views.queries.delete({ view_id: at.MISSING, query_id: at.MISSING }),

  "asyncTasks.retrieve": (client) => client.asyncTasks.retrieve({ task_id: "task_1" }),
  "oauth.token": (client) =>
    client.oauth.token({ ...credentials, grant_type: "refresh_token", refresh_token: "nrt" }),
  "oauth.introspect": (client) => client.oauth.introspect({ ...credentials, token: "ntn" }),
  "oauth.revoke": (client) => client.oauth.revoke({ ...credentials, token: "ntn" }),

  "agents.retrieve": (client) => client.agents.retrieve({ agent_id: at.MISSING }),
  "agents.query": (client) => client.agents.query({}),
  "agents.retrieveInsights": (client) =>
    client.agents.retrieveInsights({
      agent_id: at.MISSING,
      start_time: Date.UTC(2026, 2, 1),
      end_time: Date.UTC(2026, 2, 2),
    }),
  "agents.updateCreditLimit": (client) =>
    client.agents.updateCreditLimit({ agent_id: at.MISSING, credit_limit: 500 }),
  "agents.updateStatus": (client) => client.agents.updateStatus({ agent_id: at.MISSING, status: "disabled" }),
  "agents.delete": (client) => client.agents.delete({ agent_id: at.MISSING }),
  "agents.batch": (client) =>
    client.agents.batch({ operations: [{ action: "delete", agent_id: at.MISSING }] }),
  "sessions.retrieve": (client) => client.sessions.retrieve({ session_id: at.MISSING }),
  "sessions.update": (client) => client.sessions.update({ agent_id: at.MISSING, message: "Hello" }),
  "sessions.stream": async (client) => {
    for await (const _event of client.sessions.stream({ agent_id: at.MISSING, message: "Hello" })) return;
  },
  "sessions.cancel": (client) => client.sessions.cancel({ session_id: at.MISSING }),
  "sessions.query": (client) => client.sessions.query({}),
  "sessions.queryEvents": (client) => client.sessions.queryEvents({ session_id: at.MISSING }),
};
