import { describe, expectTypeOf, test } from "vitest";
import type {
  NotionVersion,
  OperationId,
  Schema,
  Webhook,
  WebhookEvent,
  WebhookName,
  Webhooks,
  webhooks,
} from "../src/index.ts";

describe("webhooks", () => {
  test("by name", () => {
    expectTypeOf<webhooks>().toEqualTypeOf<Webhooks<"2026-03-11">>();
    expectTypeOf<Webhook<"page.created">>().toEqualTypeOf<Schema<"PageCreatedEvent">>();
    expectTypeOf<Webhook<"page.created">["type"]>().toEqualTypeOf<"page.created">();
    expectTypeOf<Webhook<"page.created">["data"]["parent"]["data_source_id"]>().toEqualTypeOf<
      string | undefined
    >();
    expectTypeOf<Webhook<"verification">["verification_token"]>().toBeString();
    // @ts-expect-error there is no such event
    expectTypeOf<Webhook<"page.read">>().toBeNever();
  });

  test("any event narrows by `type`", () => {
    const event = {} as WebhookEvent;
    expectTypeOf(event.id).toBeString();
    expectTypeOf(event.attempt_number).toBeNumber();
    if (event.type === "page.created") expectTypeOf(event).toEqualTypeOf<Webhook<"page.created">>();
    if (event.type === "page.properties_updated")
      expectTypeOf(event.data.updated_properties).toEqualTypeOf<string[]>();
    if (event.type === "data_source.schema_updated")
      expectTypeOf(event.data.updated_properties).toEqualTypeOf<
        Schema<"WebhookSchemaChange">[] | undefined
      >();
    if (event.type === "file_upload.created") expectTypeOf(event).not.toHaveProperty("data");
  });

  test("are not operations, which a client can call", () => {
    expectTypeOf<OperationId>().extract<`on${string}`>().toBeNever();
  });
});

describe("what came and what went", () => {
  test("events of databases and data sources", () => {
    type Some<V extends NotionVersion> = Extract<
      WebhookName<V>,
      "database.created" | "database.schema_updated" | "data_source.schema_updated"
    >;
    expectTypeOf<Some<"2022-06-28">>().toEqualTypeOf<"database.created" | "database.schema_updated">();
    expectTypeOf<Some<"2025-09-03">>().toEqualTypeOf<"database.created" | "data_source.schema_updated">();
    expectTypeOf<Some<"2026-03-11">>().toEqualTypeOf<Some<"2025-09-03">>();
    expectTypeOf<WebhookEvent<"2022-06-28">["type"]>().extract<"view.created">().toBeNever();
  });

  test("an event tells its version", () => {
    expectTypeOf<WebhookEvent<"2022-06-28">["api_version"]>().toEqualTypeOf<"2022-06-28">();
    expectTypeOf<WebhookEvent["api_version"]>().toEqualTypeOf<"2026-03-11">();
  });

  test("the data source of a parent", () => {
    type Parent<V extends NotionVersion> = Webhook<"page.created", V>["data"]["parent"];
    expectTypeOf<Parent<"2022-06-28">>().not.toHaveProperty("data_source_id");
    expectTypeOf<Parent<"2025-09-03">>().toHaveProperty("data_source_id");
  });
});
