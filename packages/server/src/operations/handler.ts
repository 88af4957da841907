import type { OperationId, Operations, RequestBody, Response } from "@notional/openapi-types";
import type { Context } from "../context.ts";
import type { JsonBytes } from "./json-bytes.ts";

type Parameters<Id extends OperationId, In extends string> = Operations[Id] extends {
  parameters: { [Key in In]?: infer Found };
}
  ? NonNullable<Found>
  : Record<string, never>;

/** What a handler gets: a request that is valid in the newest version. */
export interface Request<Id extends OperationId> {
  path: Parameters<Id, "path">;
  query: Parameters<Id, "query">;
  body: RequestBody<Id>;
}

/** What a handler answers with status 200, in the newest version; `request_id` is added when it is sent. */
export type Answer<Id extends OperationId> = WithoutRequestId<Response<Id>>;
type WithoutRequestId<Body> = Body extends unknown ? Omit<Body, "request_id"> : never;

/** One operation: Notion's rules, nothing of HTTP and no SQL. */
export type Handler<Id extends OperationId> = (
  request: Request<Id>,
  context: Context,
) => Promise<Answer<Id> | JsonBytes>;

/** One handler for each operation of the document. A missing one does not compile. */
export type Handlers = { [Id in OperationId]: Handler<Id> };
