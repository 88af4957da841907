import { appendFileSync, mkdirSync, rmSync } from "node:fs";
import { dirname } from "node:path";
import { fileURLToPath } from "node:url";

/** Which answer of which operation a suite has seen. `tools/coverage` reads these lines. */
export interface Exercised {
  target: string;
  version: string;
  operationId: string;
  status: number;
}

/** Where the suite writes what it has exercised, one JSON object a line. */
export const exchangeLog = fileURLToPath(new URL("../coverage/exchanges.jsonl", import.meta.url));

/** Forgets earlier runs. */
export function startLog(): void {
  rmSync(exchangeLog, { force: true });
  mkdirSync(dirname(exchangeLog), { recursive: true });
}

/** Notes that an answer was seen and found good. */
export function logExercised(exercised: Exercised): void {
  appendFileSync(exchangeLog, `${JSON.stringify(exercised)}\n`);
}
