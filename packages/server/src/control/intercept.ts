import { setTimeout as delay } from "node:timers/promises";
import type { Fault } from "../__generated__/control/types.ts";
import type { Answered } from "../http/api.ts";
import type { Asked } from "../http/asked.ts";
import { failure } from "../http/envelope.ts";
import type { HttpResponse } from "../http/messages.ts";
import type { Ids } from "../ids.ts";
import { type Faults, failureOf } from "./faults.ts";
import type { ExchangeLog } from "./log.ts";

/** A fault closed the connection: whoever holds the socket closes it. */
export class ConnectionReset extends Error {
  override name = "ConnectionReset";
}

/** What stands between a request and the API. */
export interface Interception {
  faults: Faults;
  log: ExchangeLog;
  ids: Ids;
}

/**
 * Lets the API answer a request, unless a fault happens to it, and remembers the exchange.
 *
 * @throws ConnectionReset when a fault closes the connection
 */
export async function intercept(
  { method, path, search, header, version, known }: Asked,
  answer: () => Promise<Answered>,
  { faults, log, ids }: Interception,
): Promise<HttpResponse> {
  const begun = Date.now();
  const started = performance.now();
  const operationId = known?.operationId;
  const fault = faults.meet({ method, path, operationId });
  const answered = fault ? await spoilt(fault, answer, ids) : await answer();
  const { response, requestId, refusal } = answered ?? {};
  log.add({
    id: requestId ?? "",
    begun,
    method,
    path: path + search,
    operation: operationId ?? null,
    version: header ?? version ?? null,
    status: response?.status ?? null,
    duration_ms: Math.round((performance.now() - started) * 100) / 100,
    refusal: refusal ? { code: refusal.code, message: refusal.message } : null,
    fault: fault?.id ?? null,
  });
  if (!response) throw new ConnectionReset();
  return response;
}

/** What comes of an exchange with a fault; nothing when the connection is closed. */
async function spoilt(
  fault: Fault,
  answer: () => Promise<Answered>,
  ids: Ids,
): Promise<Answered | undefined> {
  if (fault.latency_ms !== undefined) await delay(fault.latency_ms);
  if (fault.effect === "status") {
    const refusal = failureOf(fault);
    const requestId = ids.uuid();
    return { response: failure(refusal, requestId), requestId, refusal };
  }
  const answered = await answer();
  if (fault.effect === "reset") return undefined;
  if (fault.effect === "latency") return answered;
  const text = answered.response.body.toString();
  return { ...answered, response: { ...answered.response, body: text.slice(0, text.length / 2) } };
}
