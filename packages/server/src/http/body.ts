import { ApiError, invalidJson, validationError } from "../errors.ts";

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
  try {
    const bytes = await readBytes(request.body as unknown as AsyncIterable<Uint8Array>, limit);
    if (bytes.length === 0) return undefined;
    return JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(bytes)) as unknown;
  } catch (error) {
    // Also for a caller that went away in the middle, and reads no answer.
    throw error instanceof ApiError ? error : invalidJson();
  }
}

async function readBytes(body: AsyncIterable<Uint8Array>, limit: number): Promise<Buffer> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of body) {
    size += chunk.byteLength;
    if (size > limit) throw tooLarge();
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

const tooLarge = (): ApiError => validationError("The request body is larger than 500 KB.");
