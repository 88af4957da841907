import type { Problem } from "@notional/checker";
import { findChecker } from "../checkers.ts";
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
 * @param onExchange told of each before it is looked at, and how many came before it
 * @returns a verdict for each exchange with an operation that its bundle has; the others are left out
 */
export function checkRecordings(
  exchanges: Exchange[],
  onExchange?: (exchange: Exchange, before: number) => void,
): Verdict[] {
  return exchanges.flatMap((exchange, before) => {
    onExchange?.(exchange, before);
    return judgeExchange(exchange) ?? [];
  });
}

/**
 * Holds one recorded exchange to the bundle of its version.
 *
 * @returns undefined when there is no such version, or it has no such operation
 */
export function judgeExchange(exchange: Exchange): Verdict | undefined {
  const checker = findChecker(exchange.version);
  const operation = checker?.operationOf(exchange.request);
  if (!checker || !operation) return undefined;
  const accepted = exchange.response.status < 300;
  return {
    exchange,
    operationId: operation.operationId,
    request: accepted ? checker.checkRequest(exchange.request) : [],
    response: checker.checkResponse(operation, exchange.response),
  };
}

/**
 * The recorded exchanges with no operation that their bundle has, but for those that Notion answered so:
 * 400 `invalid_request_url`.
 *
 * @param exchanges recorded exchanges
 */
export function strayExchanges(exchanges: Exchange[]): Exchange[] {
  return exchanges.filter(({ version, request, response }) => {
    if (findChecker(version)?.operationOf(request)) return false;
    return response.status !== 400 || Object(response.body).code !== "invalid_request_url";
  });
}
