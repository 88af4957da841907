import { appendFileSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import { fileURLToPath } from "node:url";
import type { RecordedExchange } from "./recording-fetch.ts";

/** An exchange that a suite has seen and found good. `tools/coverage` reads these lines. */
export interface Exercised {
  target: string;
  version: string;
  operationId: string;
  status: number;
  request: {
    query: [name: string, value: string][];
    body?: unknown;
    /** `application/json` when left out. */
    contentType?: string | undefined;
  };
  response: { body: unknown; contentType?: string | undefined };
}

/** Where the suite writes what it has exercised, one JSON object a line. */
export const exchangeLog = fileURLToPath(new URL("../coverage/exchanges.jsonl", import.meta.url));

/** Forgets earlier runs. */
export function startLog(): void {
  mkdirSync(dirname(exchangeLog), { recursive: true });
  writeFileSync(exchangeLog, "");
}

/** The lines of this run. */
export function readLog(): string[] {
  return readFileSync(exchangeLog, "utf8").split("\n").slice(0, -1);
}

/** Notes that an exchange with a target was seen and found good. */
export function logExchange(
  about: Pick<Exercised, "target" | "version" | "operationId">,
  { request, response }: RecordedExchange,
): void {
  logExercised({
    ...about,
    status: response.status,
    request: { query: request.query, body: request.body, contentType: request.headers["content-type"] },
    response: { body: response.body, contentType: response.headers["content-type"] },
  });
}

/** Notes that something was seen and found good. */
export function logExercised(exercised: Exercised): void {
  appendFileSync(exchangeLog, `${JSON.stringify(exercised)}\n`);
}
