import type { LatestVersion, Versions } from "./__generated__/versions.ts";

// The newest version: its `paths`, `operations` and `components`, and every schema by its own name.
export type * from "./__generated__/versions.ts";

/**
 * Every supported `Notion-Version`.
 *
 * @example const version: NotionVersion = "2025-09-03";
 */
export type NotionVersion = keyof Versions;

/**
 * The paths of a version, in the form that openapi-fetch and its relatives take.
 *
 * @example createClient<Paths<"2022-06-28">>({ baseUrl });
 */
export type Paths<Version extends NotionVersion = LatestVersion> = Versions[Version]["paths"];

/**
 * The operations of a version by `operationId`.
 *
 * @example type Handlers = { [Id in keyof Operations]: (request: Request) => Promise<Response> };
 */
export type Operations<Version extends NotionVersion = LatestVersion> = Versions[Version]["operations"];

/**
 * The name of an operation that a version has.
 *
 * @example const id: OperationId<"2022-06-28"> = "queryDatabase";
 */
export type OperationId<Version extends NotionVersion = LatestVersion> = keyof Operations<Version>;

/**
 * The schemas of a version by name.
 *
 * @example type Block = Schemas<"2025-09-03">["Block"];
 */
export type Schemas<Version extends NotionVersion = LatestVersion> =
  Versions[Version]["components"]["schemas"];

/**
 * The name of a schema that a version has.
 *
 * @example const name: SchemaName = "Page";
 */
export type SchemaName<Version extends NotionVersion = LatestVersion> = keyof Schemas<Version>;

/**
 * A schema by name.
 *
 * @example
 * function title(page: Schema<"Page">): string;
 * function oldTitle(page: Schema<"Page", "2022-06-28">): string;
 */
export type Schema<
  Name extends SchemaName<Version>,
  Version extends NotionVersion = LatestVersion,
> = Schemas<Version>[Name];

/**
 * The JSON body that an operation takes; `never` for an operation without one.
 *
 * @example const body: RequestBody<"createPage"> = { parent: { page_id }, properties: {} };
 */
export type RequestBody<
  Id extends OperationId<Version>,
  Version extends NotionVersion = LatestVersion,
> = Operations<Version>[Id] extends { requestBody?: infer Request } ? JsonOf<Request> : never;

/**
 * The JSON body that an operation answers with; `never` for a status that is not documented. Not the global
 * `Response` of `fetch`: import it under another name where you need both.
 *
 * @example
 * type Page = Response<"getPage">;
 * type NotFound = Response<"getPage", 404>;
 * type OldPage = Response<"getPage", 200, "2022-06-28">;
 */
export type Response<
  Id extends OperationId<Version>,
  Status extends number = 200,
  Version extends NotionVersion = LatestVersion,
> = Operations<Version>[Id] extends { responses: infer Responses }
  ? JsonOf<Responses[keyof Responses & Status]>
  : never;

/**
 * The webhooks of a version by name, in the form of the openapi-typescript family.
 *
 * @example type Requests = Webhooks<"2025-09-03">["page.created"]["post"];
 */
export type Webhooks<Version extends NotionVersion = LatestVersion> = Versions[Version]["webhooks"];

/**
 * The name of a webhook that a version has: the type of an event, or `verification`.
 *
 * @example const name: WebhookName<"2022-06-28"> = "database.schema_updated";
 */
export type WebhookName<Version extends NotionVersion = LatestVersion> = keyof Webhooks<Version>;

/**
 * What a webhook brings.
 *
 * @example
 * type Created = Webhook<"page.created">;
 * type Handshake = Webhook<"verification">;
 */
export type Webhook<
  Name extends WebhookName<Version>,
  Version extends NotionVersion = LatestVersion,
> = Webhooks<Version>[Name] extends { post: { requestBody: infer Request } } ? JsonOf<Request> : never;

/**
 * Any event that a version has; it narrows by `type`.
 *
 * @example
 * const event: WebhookEvent = JSON.parse(body);
 * if (event.type === "view.updated") event.data.updated_fields;
 */
export type WebhookEvent<Version extends NotionVersion = LatestVersion> = {
  [Name in Exclude<WebhookName<Version>, "verification">]: Webhook<Name, Version>;
}[Exclude<WebhookName<Version>, "verification">];

type JsonOf<Media> = Media extends { content: { "application/json": infer Body } } ? Body : never;
