import { assertType, describe, expectTypeOf, test } from "vitest";
import type { RequestBody, Response, Schema } from "../src/index.ts";

describe("responses", () => {
  test("by operation and status", () => {
    expectTypeOf<Response<"getSelf">>().toEqualTypeOf<Schema<"User">>();
    expectTypeOf<Response<"getPage", 404>>().toEqualTypeOf<Schema<"NotFoundError">>();
    expectTypeOf<Response<"getPage", 404>["code"]>().toEqualTypeOf<"object_not_found">();
    expectTypeOf<Response<"getPage", 418>>().toBeNever();
    expectTypeOf<Response<"getPage", 200, "2022-06-28">>().not.toEqualTypeOf<Response<"getPage">>();
  });

  test("of a union narrow by `type`", () => {
    const block = {} as Schema<"Block">;
    if (block.type === "paragraph") expectTypeOf(block).toEqualTypeOf<Schema<"ParagraphBlock">>();
    if (block.type === "to_do") expectTypeOf(block.to_do.checked).toEqualTypeOf<boolean>();
    const value = {} as Schema<"PropertyValue">;
    if (value.type === "number") expectTypeOf(value.number).toEqualTypeOf<number | null>();
    const item = {} as Schema<"RichTextItem">;
    if (item.type === "mention" && item.mention.type === "page")
      expectTypeOf(item.mention.page.id).toBeString();
  });

  test("of a full or partial object have the fields of the full one, perhaps, and narrow by them", () => {
    const page = {} as Schema<"PageOrPartial">;
    expectTypeOf(page.url).toEqualTypeOf<string | undefined>();
    if (page.properties) expectTypeOf(page).toEqualTypeOf<Schema<"Page">>();
    // Once more, because TypeScript forgets members of a union that are also another one where branches meet.
    if (page.properties) expectTypeOf(page).toEqualTypeOf<Schema<"Page">>();
    const block = {} as Schema<"BlockOrPartial">;
    if (block.type) expectTypeOf(block).toEqualTypeOf<Schema<"Block">>();
    if (block.type === "paragraph") expectTypeOf(block).toEqualTypeOf<Schema<"ParagraphBlock">>();
    const user = {} as Schema<"UserOrPartialUser">;
    if (user.type === "person") expectTypeOf(user.person.email).toEqualTypeOf<string | undefined>();
  });

  test("have what is always there, and null where it may be null", () => {
    expectTypeOf<Schema<"Page">["public_url"]>().toEqualTypeOf<string | null>();
    expectTypeOf<Schema<"Page">["cover"]>().toEqualTypeOf<Schema<"Cover"> | null>();
    expectTypeOf<Schema<"Page">["in_trash"]>().toEqualTypeOf<boolean>();
    expectTypeOf<Schema<"UserList">["next_cursor"]>().toEqualTypeOf<string | null>();
  });

  test("leave out what is not always there", () => {
    assertType<Pick<Schema<"Comment">, "attachments">>({});
    assertType<Pick<Schema<"PersonDetails">, "email">>({});
  });
});

describe("requests", () => {
  test("an operation without a body takes none", () => {
    expectTypeOf<RequestBody<"getPage">>().toBeNever();
  });

  test("need no `type`", () => {
    assertType<RequestBody<"createPage">>({
      parent: { page_id: "2a7e3b51-8d4f-4c69-b2ea-3f507b9d1c23" },
      properties: { title: { title: [{ text: { content: "Notes" } }] } },
      children: [{ paragraph: { rich_text: [{ text: { content: "One" } }] } }],
    });
  });

  test("with a `type` are held to it", () => {
    assertType<Schema<"BlockRequest">>({ type: "paragraph", paragraph: { rich_text: [] } });
    // @ts-expect-error the content is of another type
    assertType<Schema<"BlockRequest">>({ type: "paragraph", heading_1: { rich_text: [] } });
    // @ts-expect-error there is no such type
    assertType<Schema<"BlockRequest">>({ type: "headline", headline: { rich_text: [] } });
  });

  test("leave out what has a default", () => {
    assertType<Schema<"AnnotationsRequest">>({ bold: true });
    assertType<RequestBody<"search">>({});
  });

  test("have null where null clears", () => {
    assertType<RequestBody<"updatePage">>({ icon: null, cover: null });
    // @ts-expect-error the trash has no third state
    assertType<RequestBody<"updatePage">>({ in_trash: null });
  });

  test("refuse fields that nobody knows", () => {
    // @ts-expect-error a slip
    assertType<RequestBody<"updatePage">>({ in_trsh: true });
    // @ts-expect-error gone since 2026-03-11
    assertType<RequestBody<"updatePage">>({ archived: true });
    assertType<RequestBody<"updatePage", "2025-09-03">>({ archived: true });
  });

  test("take exactly one of two where the API does", () => {
    const rich_text = [{ text: { content: "Well said." } }];
    assertType<RequestBody<"createComment">>({ parent: { page_id: "p" }, rich_text });
    assertType<RequestBody<"createComment">>({ discussion_id: "d", rich_text });
    // @ts-expect-error neither `parent` nor `discussion_id`
    assertType<RequestBody<"createComment">>({ rich_text });
    // @ts-expect-error both of them
    assertType<RequestBody<"createComment">>({ parent: { page_id: "p" }, discussion_id: "d", rich_text });
  });

  test("take exactly one operator in a condition", () => {
    assertType<Schema<"CheckboxCondition">>({ equals: true });
    // @ts-expect-error no operator
    assertType<Schema<"CheckboxCondition">>({});
    // @ts-expect-error two of them
    assertType<Schema<"CheckboxCondition">>({ equals: true, does_not_equal: false });
  });

  test("do not take what excludes each other", () => {
    assertType<RequestBody<"createPage">>({ parent: { page_id: "p" }, markdown: "# Notes" });
    assertType<RequestBody<"createPage">>({ parent: { page_id: "p" }, children: [] });
    // @ts-expect-error the content twice
    assertType<RequestBody<"createPage">>({ parent: { page_id: "p" }, markdown: "# Notes", children: [] });
  });
});
