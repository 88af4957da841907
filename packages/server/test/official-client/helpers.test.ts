import {
  collectAllDataSourceRows,
  collectDataSourceTemplates,
  collectPaginatedAPI,
  isFullBlock,
  isFullComment,
  isFullDatabase,
  isFullDataSource,
  isFullPage,
  isFullPageOrDataSource,
  isFullUser,
  iteratePaginatedAPI,
} from "@notionhq/client";
import { describe, expect, test } from "vitest";
import { drive, sdkVersions } from "./driven.ts";
import * as at from "./world.ts";

/** What a list is made of, in its order. */
const idsOf = (results: { id: string }[]): string[] => results.map(({ id }) => id);

describe.each(sdkVersions)("behaviour under %s", (version) => {
  test("pages of a list follow each other until none is left", async () => {
    const { client, exchanges } = await drive(version);
    const whole = await client.blocks.children.list({ block_id: at.PAGE });
    const collected = await collectPaginatedAPI(client.blocks.children.list, {
      block_id: at.PAGE,
      page_size: 1,
    });
    expect(whole.results).toHaveLength(4);
    expect(idsOf(collected)).toEqual(idsOf(whole.results));
    expect(exchanges.map(({ problems }) => problems)).toEqual([[], [], [], [], []]);
  });

  test("pages of a query and of a search follow each other as well", async () => {
    const { client } = await drive(version);
    const rows = [];
    const query = { data_source_id: at.DATA_SOURCE, page_size: 1 };
    for await (const row of iteratePaginatedAPI(client.dataSources.query, query)) rows.push(row);
    expect(idsOf(rows).sort()).toEqual([at.ROW, at.SECOND_ROW]);
    const whole = await client.search({});
    const found = await collectPaginatedAPI(client.search, { page_size: 2 });
    expect(found.length).toBeGreaterThan(4);
    expect(idsOf(found)).toEqual(idsOf(whole.results));
    expect(found.every(isFullPageOrDataSource)).toBe(true);
  });

  test("a list that changes between its pages gives nothing twice", async () => {
    const { client } = await drive(version);
    const { results, next_cursor } = await client.blocks.children.list({ block_id: at.PAGE, page_size: 1 });
    await client.blocks.children.append({ block_id: at.PAGE, children: [{ type: "divider", divider: {} }] });
    const rest = await collectPaginatedAPI(client.blocks.children.list, {
      block_id: at.PAGE,
      start_cursor: next_cursor,
    });
    const ids = [...idsOf(results), ...idsOf(rest)];
    expect(new Set(ids).size).toBe(5);
    expect(ids).toHaveLength(5);
  });

  test("templates, and all rows of a data source", async () => {
    const { client } = await drive(version);
    const source = { data_source_id: at.DATA_SOURCE };
    expect(await collectDataSourceTemplates(client, { ...source, page_size: 1 })).toEqual([
      { id: at.TEMPLATE, name: "New bean", is_default: false },
    ]);
    const rows = await collectAllDataSourceRows(client, { ...source, page_size: 1 });
    expect(idsOf(rows as { id: string }[]).sort()).toEqual([at.ROW, at.SECOND_ROW]);
  });

  test("what is answered is full in the eyes of the client", async () => {
    const { client } = await drive(version);
    expect(isFullPage(await client.pages.retrieve({ page_id: at.PAGE }))).toBe(true);
    expect(isFullBlock(await client.blocks.retrieve({ block_id: at.PARAGRAPH }))).toBe(true);
    expect(isFullDatabase(await client.databases.retrieve({ database_id: at.DATABASE }))).toBe(true);
    expect(isFullDataSource(await client.dataSources.retrieve({ data_source_id: at.DATA_SOURCE }))).toBe(
      true,
    );
    expect(isFullUser(await client.users.retrieve({ user_id: at.PERSON }))).toBe(true);
    expect(isFullComment(await client.comments.retrieve({ comment_id: at.COMMENT }))).toBe(true);
  });
});
