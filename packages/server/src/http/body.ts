import { invalidJson, validationError } from "../errors.ts";
import { BodyTooLarge, type HttpRequest } from "./messages.ts";

/** What the API takes at most. */
export const MAX_BODY_BYTES = 500 * 1024;

const utf8 = new TextDecoder("utf-8", { fatal: true });

/**
 * The JSON body of a request.
 *
 * @param limit What is taken at most, in bytes.
 * @returns Undefined when there is none.
 * @throws ApiError invalid_json; validation_error when it is larger than the API takes.
 */
export async function readJson(request: HttpRequest, limit = MAX_BODY_BYTES): Promise<unknown> {
  try {
    const bytes = await request.body(limit);
    return bytes.length === 0 ? undefined : (JSON.parse(utf8.decode(bytes)) as unknown);
  } catch (error) {
    if (error instanceof BodyTooLarge) throw validationError("The request body is larger than 500 KB.");
    // Also for a caller that went away in the middle, and reads no answer.
    throw invalidJson();
  }
}
