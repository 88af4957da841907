import type { OperationId } from "@notional/openapi-types";
import type { Context } from "../context.ts";
import type { VersionedRequest } from "../versions/adapter.ts";
import { mustKnowEmojis } from "./custom-emojis/known.ts";
import type { Handler } from "./handler.ts";
import { handlers } from "./index.ts";
import { withoutContent } from "./partial.ts";

/** Performs a request of the newest version. */
export async function perform(request: VersionedRequest, context: Context): Promise<unknown> {
  const { operationId, path, query, body } = request;
  // The request was validated against the operation's schemas, which is what the types are made of.
  const handler = handlers[operationId as OperationId] as unknown as (
    request: Omit<VersionedRequest, "operationId">,
    context: Context,
  ) => ReturnType<Handler<OperationId>>;
  if (body !== undefined) await mustKnowEmojis(body, context);
  return withoutContent(await handler({ path, query, body }, context), context.connection);
}
