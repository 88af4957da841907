import { ApiError, invalidJson, validationError } from "../errors.ts";

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
export async function readJson(request: Request, limit = MAX_BODY_BYTES): Promise<unknown> {
  const length = request.headers.get("content-length");
  if (Number(length ?? 0) > limit) throw tooLarge();
  try {
    // On a socket a body ends where its length says. One that does not tell its length is counted while it arrives.
    const bytes = length ? new Uint8Array(await request.arrayBuffer()) : await readBytes(request.body, limit);
    if (bytes.length > limit) throw tooLarge();
    if (bytes.length === 0) return undefined;
    return JSON.parse(utf8.decode(bytes)) as unknown;
  } catch (error) {
    // Also for a caller that went away in the middle, and reads no answer.
    throw error instanceof ApiError ? error : invalidJson();
  }
}

async function readBytes(body: Request["body"], limit: number): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of body ?? []) {
    size += chunk.byteLength;
    if (size > limit) throw tooLarge();
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

const tooLarge = (): ApiError => validationError("The request body is larger than 500 KB.");
