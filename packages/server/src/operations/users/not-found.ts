import type { Context } from "../../context.ts";
import { ApiError } from "../../errors.ts";

/** 404, in the words that the API has for users alone. */
export function unknownUser(id: string, { connection }: Pick<Context, "connection">): ApiError {
  const message = `Could not find user with ID: ${id}. Make sure your integration has capabilities to read user information. With those capabilities, only members and guests in the integration's workspace are visible.`;
  return new ApiError(404, "object_not_found", message, {
    additionalData: { integration_id: connection.id },
  });
}
