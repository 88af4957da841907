import { describe, expect, test } from "vitest";
import {
  isFullBlock,
  isFullComment,
  isFullDatabase,
  isFullDataSource,
  isFullPage,
  isFullPageOrDataSource,
  isFullUser,
  isFullView,
} from "../../src/index.ts";

const id = "2a7e3b51-8d4f-4c69-b2ea-3f507b9d1c23";
const url = "https://app.notion.com/p/2a7e";

describe("behaviour", () => {
  test.each([
    [isFullPage.name, isFullPage, { object: "page", id, url }, { object: "page", id }],
    [isFullBlock.name, isFullBlock, { object: "block", id, type: "divider" }, { object: "block", id }],
    [isFullDatabase.name, isFullDatabase, { object: "database", id, url }, { object: "database", id }],
    [
      isFullDataSource.name,
      isFullDataSource,
      { object: "data_source", id, url },
      { object: "data_source", id },
    ],
    [
      isFullView.name,
      isFullView,
      { object: "view", id, type: "table", name: "All" },
      { object: "view", id, type: "table" },
    ],
    [isFullUser.name, isFullUser, { object: "user", id, type: "person" }, { object: "user", id }],
    [
      isFullComment.name,
      isFullComment,
      { object: "comment", id, discussion_id: id },
      { object: "comment", id },
    ],
  ] as const)("%s tells the full from the partial and from others", (_, guard, full, partial) => {
    const isFull: (object: { object: string }) => boolean = guard;
    expect(isFull(full)).toBe(true);
    expect(isFull(partial)).toBe(false);
    expect(isFull({ ...full, object: "other" })).toBe(false);
  });

  test("isFullPageOrDataSource takes both", () => {
    expect(isFullPageOrDataSource({ object: "page", url } as { object: string })).toBe(true);
    expect(isFullPageOrDataSource({ object: "data_source", url } as { object: string })).toBe(true);
    expect(isFullPageOrDataSource({ object: "database", url } as { object: string })).toBe(false);
  });
});
