import type { NotionVersion } from "@notional/openapi-types";
import { notionVersions } from "../versions/index.ts";
import { findAnyRoute, findRoute, type Match, type Route } from "./routes.ts";

/** A request, with what it asks for. */
export interface Asked {
  request: Request;
  method: string;
  /** Still encoded. */
  path: string;
  /** The query with its question mark; empty when there is none. */
  search: string;
  /** What the header `Notion-Version` says; null when it is missing. */
  header: string | null;
  /** The same, when it is a version that there is. */
  version: NotionVersion | undefined;
  /** The operation in that version. */
  match: Match | undefined;
  /** The operation in that version, or else in any other that has it. */
  known: Route | undefined;
}

/** Reads once what several need to know of a request. */
export function askedBy(request: Request): Asked {
  const { method, url } = request;
  const pathAt = url.indexOf("/", url.indexOf("//") + 2);
  const searchAt = url.indexOf("?", pathAt);
  const path = searchAt === -1 ? url.slice(pathAt) : url.slice(pathAt, searchAt);
  const search = searchAt === -1 ? "" : url.slice(searchAt);
  const header = request.headers.get("notion-version");
  const version = notionVersions.find((candidate) => candidate === header);
  const match = version && findRoute(version, method, path);
  const known = match?.route ?? findAnyRoute(method, path);
  return { request, method, path, search, header, version, match, known };
}
