import { type ApiError, invalidJson, validationError } from "../errors.ts";

/** What the API takes at most. */
export const MAX_BODY_BYTES = 500 * 1024;

/**
 * The JSON body of a request.
 *
 * @param limit What is taken at most, in bytes.
 * @returns Undefined when there is none.
 * @throws ApiError invalid_json; validation_error when it is larger than the API takes.
 */
export async function readJson(request: Request, limit = MAX_BODY_BYTES): Promise<unknown> {
  if (Number(request.headers.get("content-length") ?? 0) > limit) throw tooLarge();
  if (!request.body) return undefined;
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of request.body as unknown as AsyncIterable<Uint8Array>) {
    size += chunk.byteLength;
    if (size > limit) throw tooLarge();
    chunks.push(chunk);
  }
  if (size === 0) return undefined;
  try {
    return JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(Buffer.concat(chunks))) as unknown;
  } catch {
    throw invalidJson();
  }
}

const tooLarge = (): ApiError => validationError("The request body is larger than 500 KB.");
