import type { NotionVersion } from "@notional/openapi-types";
import { checkDepth } from "./depth.ts";
import { explainRefusal } from "./explain/index.ts";
import { dashedId } from "./ids.ts";
import { checkBlocks } from "./limits.ts";
import { readQuery } from "./query.ts";
import { requestsOf } from "./requests.ts";

/** What came in, still text where HTTP has text. */
export interface RawRequest {
  /** Parameters of the path by name, percent-decoded. */
  path: Record<string, string>;
  /** In the order of the query string, percent-decoded. */
  query: [string, string][];
  /** Parsed JSON; `undefined` when there was none. A body of another type is passed through. */
  body: unknown;
}

export interface ValidRequest {
  /** Ids of objects are dashed and in lower case. */
  path: Record<string, string>;
  /** Numbers, booleans and arrays are read as such. */
  query: Record<string, unknown>;
  /** As it came; `{}` for a JSON body that may be left out and was. */
  body: unknown;
}

/**
 * Holds a request to the document of its version. A generated validator says yes or no; only for a no the document
 * is read and the reason is put in the API's words.
 *
 * @param operationId one that the version has
 * @throws {ApiError} 400 `validation_error`, for the first section that is wrong of path, query and body
 */
export async function validateRequest(
  version: NotionVersion,
  operationId: string,
  request: RawRequest,
): Promise<ValidRequest> {
  const requests = await requestsOf(version);
  const operation = requests[operationId];
  if (!operation) throw new Error(`${version} has no operation ${operationId}.`);

  const path = { ...request.path };
  for (const name of operation.ids) path[name] = dashedId(path[name] ?? "");
  const query = readQuery(request.query, operation.read);
  const { path: acceptsPath, query: acceptsQuery, body: acceptsBody, schemas } = operation;

  if (!acceptsPath(path)) throw explainRefusal(version, "path", schemas.path, request.path);
  if (!acceptsQuery(query)) throw explainRefusal(version, "query", schemas.query, query);
  if (!acceptsBody) return { path, query, body: request.body };

  const body = request.body === undefined && !operation.bodyRequired ? {} : request.body;
  checkDepth(body);
  if (!acceptsBody(body)) throw explainRefusal(version, "body", schemas.body ?? true, body);
  checkBlocks(body, operation.blocks);
  return { path, query, body };
}
