import { existsSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import type { RecordedRequest, RecordedResponse } from "@notional/checker";
import { linesOf } from "./formats/index.ts";
import { exchangeOf } from "./line.ts";

/** A real exchange with the API. */
export interface Exchange {
  /** `suite:tape#position`. */
  id: string;
  version: string;
  request: RecordedRequest;
  response: RecordedResponse;
}

/** Where recordings are, beside the project. They are not part of it. */
export const recordingsFile = fileURLToPath(
  new URL("../../../../../shared/recordings/exchanges.jsonl", import.meta.url),
);

/** Whether there are recordings on this machine. */
export const hasRecordings = existsSync(recordingsFile);

/**
 * Reads recorded exchanges: JSON lines, an HTTP archive (`.har`), or a VCR cassette (`.yaml`, `.yml`).
 *
 * @param file the path of the file
 * @throws when the file is not there or does not keep to its format
 */
export function readRecordings(file: string = recordingsFile): Exchange[] {
  return linesOf(file, readFileSync(file, "utf8")).map(exchangeOf);
}
