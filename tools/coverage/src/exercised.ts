import { readFileSync } from "node:fs";

/** An exchange that the contract suite has seen and found good. */
export interface Exercised {
  target: string;
  version: string;
  operationId: string;
  status: number;
  request: { body?: unknown; contentType?: string };
  response: { body?: unknown; contentType?: string };
}

/**
 * Reads the log of the contract suite, one JSON object a line.
 *
 * @param file the path of the log
 * @throws when the file is not there: run `pnpm contract` first
 */
export function readExercised(file: string): Exercised[] {
  return readFileSync(file, "utf8")
    .split("\n")
    .filter((line) => line !== "")
    .map((line) => JSON.parse(line) as Exercised);
}
