import type { Checker, Operation, Problem } from "@notional/checker";
import type { RecordedExchange } from "../recording-fetch.ts";
import { missingHeaders } from "./headers.ts";

/** A problem, and which side of the exchange has it. */
export interface Finding extends Problem {
  side: "request" | "response";
}

/**
 * What the document of a version has against an exchange: undeclared fields, an undocumented status or content type,
 * missing headers, another version than that of the case. Empty when both sides keep to it.
 */
export function findings(
  checker: Checker,
  operation: Operation,
  version: string,
  { request, response }: RecordedExchange,
): Finding[] {
  return [
    ...requestFindings(checker, operation, version, request),
    ...[...checker.checkResponse(operation, response), ...missingHeaders(operation, response)].map(
      (problem) => ({ ...problem, side: "response" as const }),
    ),
  ];
}

/** What the document has against the request of an exchange alone. */
export function requestFindings(
  checker: Checker,
  { pointer }: Operation,
  version: string,
  request: RecordedExchange["request"],
): Finding[] {
  const isOther = request.headers["notion-version"] !== version;
  const other = { at: "header.Notion-Version", message: "is not the version of the case", schema: pointer };
  return [...checker.checkRequest(request), ...(isOther ? [other] : [])].map((problem) => ({
    ...problem,
    side: "request" as const,
  }));
}
