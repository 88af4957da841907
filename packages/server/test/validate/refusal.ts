import type { NotionVersion } from "@notional/openapi-types";
import { ApiError } from "../../src/errors.ts";
import { type RawRequest, validateRequest } from "../../src/validate/index.ts";
import { pathParameters } from "./bundles.ts";

/** Of whatever there is. */
export const ID = "b55c9c91-384d-452b-81db-d1ef79372b75";

/**
 * A refusal: who has seen it ("the document" for what only follows from the schema), the version, the operation,
 * what differs from a request without query and body, and the whole message.
 */
export type Row = [
  source: string,
  version: NotionVersion,
  operationId: string,
  request: Partial<RawRequest>,
  message: string,
];

/** How a request is refused; `undefined` when it is not. */
export async function refusal(version: NotionVersion, operationId: string, request: Partial<RawRequest>) {
  const path = { ...pathParameters(version, operationId), ...request.path };
  try {
    await validateRequest(version, operationId, { query: [], body: undefined, ...request, path });
    return undefined;
  } catch (error) {
    if (!(error instanceof ApiError)) throw error;
    const { status, code, message } = error;
    return { status, code, message };
  }
}

export const fixOne = (...lines: string[]): string =>
  ["body failed validation. Fix one:", ...lines].join("\n");

/** One line for each key, given with spaces between them, that is not there. */
export const undefinedKeys = (place: string, keys: string): string[] =>
  keys.split(" ").map((key) => `${place}.${key} should be defined, instead was \`undefined\`.`);
