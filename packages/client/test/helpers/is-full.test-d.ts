import { describe, expectTypeOf, test } from "vitest";
import {
  createClient,
  isFullBlock,
  isFullComment,
  isFullDatabase,
  isFullDataSource,
  isFullPage,
  isFullPageOrDataSource,
  isFullUser,
  isFullView,
  type Schema,
} from "../../src/index.ts";

const notion = createClient({ auth: "ntn_local_dev" });
const old = createClient({ auth: "ntn_local_dev", version: "2022-06-28" });
const page_id = "p";

describe("guards narrow", () => {
  test("pages and blocks, in their version", async () => {
    const page = await notion.pages.get({ page_id });
    if (isFullPage(page)) expectTypeOf(page).toEqualTypeOf<Schema<"Page">>();
    const then = await old.pages.get({ page_id });
    if (isFullPage(then)) expectTypeOf(then).toEqualTypeOf<Schema<"Page", "2022-06-28">>();
    const block = await notion.blocks.get({ block_id: page_id });
    if (isFullBlock(block) && block.type === "to_do") expectTypeOf(block.to_do.checked).toBeBoolean();
  });

  test("databases, data sources, views", async () => {
    const database = await notion.databases.get({ database_id: "d" });
    if (isFullDatabase(database)) expectTypeOf(database).toEqualTypeOf<Schema<"Database">>();
    const source = await notion.dataSources.get({ data_source_id: "d" });
    if (isFullDataSource(source)) expectTypeOf(source).toEqualTypeOf<Schema<"DataSource">>();
    const view = await notion.views.get({ view_id: "v" });
    if (isFullView(view)) expectTypeOf(view).toEqualTypeOf<Schema<"View">>();
  });

  test("results of a search", async () => {
    const [found] = (await notion.search({})).results;
    if (found && isFullPageOrDataSource(found)) {
      expectTypeOf(found).toEqualTypeOf<Schema<"Page"> | Schema<"DataSource">>();
    }
  });

  test("users and comments", async () => {
    const { created_by } = (await notion.pages.get({ page_id })) as Schema<"Page">;
    // @ts-expect-error whoever made a page is only an id
    if (isFullUser(created_by)) created_by.person;
    const user = {} as Schema<"User"> | Schema<"PartialUser">;
    if (isFullUser(user)) expectTypeOf(user).toEqualTypeOf<Schema<"User">>();
    const comment = {} as Schema<"CommentOrPartial">;
    if (isFullComment(comment)) expectTypeOf(comment).toEqualTypeOf<Schema<"Comment">>();
  });
});
