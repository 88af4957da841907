import { bundledVersions, type Checker, createChecker, loadBundle, type Problem } from "@notional/checker";
import type { Exchange } from "./read.ts";

/** What the document says of one recorded exchange. */
export interface Verdict {
  exchange: Exchange;
  operationId: string;
  request: Problem[];
  response: Problem[];
}

/**
 * Holds recorded exchanges to the bundles of their versions: every answer, and every request that was accepted.
 *
 * @param exchanges recorded exchanges
 * @returns a verdict for each exchange with an operation that its bundle has; the others are left out
 */
export function checkRecordings(exchanges: Exchange[]): Verdict[] {
  const checkers = checkersByVersion();
  return exchanges.flatMap((exchange) => {
    const checker = checkers.get(exchange.version);
    const operation = checker?.operationOf(exchange.request);
    if (!checker || !operation) return [];
    const accepted = exchange.response.status < 300;
    return [
      {
        exchange,
        operationId: operation.operationId,
        request: accepted ? checker.checkRequest(exchange.request) : [],
        response: checker.checkResponse(operation, exchange.response),
      },
    ];
  });
}

/**
 * The recorded exchanges with no operation that their bundle has, but for those that Notion answered so:
 * 400 `invalid_request_url`.
 *
 * @param exchanges recorded exchanges
 */
export function strayExchanges(exchanges: Exchange[]): Exchange[] {
  const checkers = checkersByVersion();
  return exchanges.filter(({ version, request, response }) => {
    if (checkers.get(version)?.operationOf(request)) return false;
    return response.status !== 400 || Object(response.body).code !== "invalid_request_url";
  });
}

function checkersByVersion(): Map<string, Checker> {
  return new Map(bundledVersions().map((version) => [version, createChecker(loadBundle(version))]));
}
