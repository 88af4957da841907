import type { NotionVersion } from "@notional/openapi-types";
import { notionVersions } from "../versions/index.ts";
import type { HttpRequest } from "./messages.ts";
import { findAnyRoute, findRoute, type Match, type Route } from "./routes.ts";

/** A request, with what it asks for. */
export interface Asked {
  request: HttpRequest;
  method: string;
  /** Still encoded; empty when the address is none. */
  path: string;
  /** The query with its question mark; empty when there is none. */
  search: string;
  /** What the header `Notion-Version` says. */
  header: string | undefined;
  /** The version that is spoken, when it is one that there is. */
  version: NotionVersion | undefined;
  /** The operation in that version. */
  match: Match | undefined;
  /** The operation in that version, or else in any other that has it. */
  known: Route | undefined;
}

/**
 * Reads once what several need to know of a request.
 *
 * @param assumed The version of a request that names none; without it there is none.
 */
export function askedBy(request: HttpRequest, assumed?: NotionVersion): Asked {
  const { method, target = "" } = request;
  const searchAt = target.indexOf("?");
  const path = searchAt === -1 ? target : target.slice(0, searchAt);
  const search = searchAt === -1 ? "" : target.slice(searchAt);
  const header = request.header("notion-version");
  const version = header === undefined ? assumed : notionVersions.find((candidate) => candidate === header);
  const match = version && findRoute(version, method, path);
  const known = match?.route ?? findAnyRoute(method, path);
  return { request, method, path, search, header, version, match, known };
}
