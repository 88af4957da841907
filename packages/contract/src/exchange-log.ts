import { appendFileSync, mkdirSync, rmSync } from "node:fs";
import { dirname } from "node:path";
import { fileURLToPath } from "node:url";

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
  rmSync(exchangeLog, { force: true });
  mkdirSync(dirname(exchangeLog), { recursive: true });
}

/** Notes that an exchange was seen and found good. */
export function logExercised(exercised: Exercised): void {
  appendFileSync(exchangeLog, `${JSON.stringify(exercised)}\n`);
}
