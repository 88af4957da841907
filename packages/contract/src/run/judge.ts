import type { Checker, Operation } from "@notional/checker";
import type { RequestCase } from "../cases.ts";
import type { RecordedExchange } from "../recording-fetch.ts";
import type { RunningTarget } from "../targets/target.ts";
import { call } from "./call.ts";
import { type Finding, findings, requestFindings } from "./findings.ts";

/** One case against one target: what went over the wire, and what is wrong with it. */
export interface Outcome {
  operationId: string;
  version: string;
  /** The key of the request example. */
  request: string;
  exchange: RecordedExchange;
  /** Empty when the target keeps to the document. */
  problems: Finding[];
  /** Whether the target does not have what was asked for, and says so. */
  lacking: boolean;
}

/**
 * Sends a request of the document to a target, from the state that it starts with, and holds both sides of the
 * exchange to the document of the version.
 */
export async function judge(
  target: RunningTarget,
  version: string,
  checker: Checker,
  operation: Operation,
  request: RequestCase,
): Promise<Outcome> {
  await target.reset?.();
  const { operationId } = operation;
  const fitting = target.fit?.(operation, request) ?? request;
  const { exchange } = await call(target, version, operation, fitting);
  const { response } = exchange;
  const refusal = target.refusal?.(operationId, request.name);
  const expected = target.lacks?.(operationId, version) ? 501 : refusal?.status;
  const message = Object(response.body).message as unknown;
  const wrong: Omit<Finding, "side" | "schema">[] = [];
  if (response.headers["sl-violations"] !== undefined) {
    wrong.push({ at: "header.sl-violations", message: response.headers["sl-violations"] });
  }
  if (expected !== undefined && response.status !== expected) {
    wrong.push({ at: "status", message: `${response.status} is not the ${expected} that is known` });
  } else if (refusal && message !== refusal.message) {
    wrong.push({ at: "/message", message: `is not the one that is known: ${JSON.stringify(message)}` });
  } else if (expected === undefined && response.status >= 300 && !target.mayFail) {
    wrong.push({ at: "status", message: `${response.status} is no success: ${JSON.stringify(message)}` });
  }
  // What is missing on purpose is answered with a status that no document has.
  const against =
    expected === 501
      ? requestFindings(checker, operation, version, exchange.request)
      : findings(checker, operation, version, exchange);
  return {
    operationId,
    version,
    request: request.name,
    exchange,
    lacking: expected === 501,
    problems: [
      ...wrong.map((problem) => ({ ...problem, schema: operation.pointer, side: "response" as const })),
      ...against,
    ],
  };
}
