import { setTimeout as delay } from "node:timers/promises";
import type { Exchange, Fault, Refusal } from "../__generated__/control/types.ts";
import { failure } from "../http/envelope.ts";
import { findRoute } from "../http/routes.ts";
import type { Ids } from "../ids.ts";
import { latestVersion, notionVersions } from "../versions/index.ts";
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
  request: Request,
  answer: (request: Request) => Promise<Response>,
  { faults, log, ids }: Interception,
): Promise<Response> {
  const { pathname, search } = new URL(request.url);
  const { method } = request;
  const header = request.headers.get("notion-version");
  const version = notionVersions.find((known) => known === header) ?? latestVersion;
  const operationId = findRoute(version, method, pathname)?.route.operationId;
  const time = new Date().toISOString();
  const started = performance.now();
  const fault = faults.meet({ method, path: pathname, operationId });
  const response = fault ? await spoilt(fault, () => answer(request), ids) : await answer(request);
  log.add({
    id: response?.headers.get("x-notion-request-id") ?? "",
    time,
    method,
    path: pathname + search,
    operation: operationId ?? null,
    version: header,
    status: response?.status ?? null,
    duration_ms: Math.round((performance.now() - started) * 100) / 100,
    refusal: response && response.status >= 400 ? await refusalIn(response) : null,
    fault: fault?.id ?? null,
  } satisfies Exchange);
  if (!response) throw new ConnectionReset();
  return response;
}

/** What comes of an exchange with a fault; nothing when the connection is closed. */
async function spoilt(
  fault: Fault,
  answer: () => Promise<Response>,
  ids: Ids,
): Promise<Response | undefined> {
  if (fault.latency_ms !== undefined) await delay(fault.latency_ms);
  if (fault.effect === "status") return failure(failureOf(fault), ids.uuid());
  const response = await answer();
  if (fault.effect === "reset") return undefined;
  if (fault.effect === "latency") return response;
  const text = await response.text();
  return new Response(text.slice(0, text.length / 2), response);
}

async function refusalIn(response: Response): Promise<Refusal | null> {
  const text = await response.clone().text();
  try {
    const { code, message } = JSON.parse(text) as Refusal;
    return { code, message };
  } catch {
    return null; // A fault has cut it in half.
  }
}
