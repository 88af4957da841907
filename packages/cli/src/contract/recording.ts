import { type Exchange, readRecordings } from "@notional/contract/recordings";
import { CommandError, UsageError } from "../command.ts";

/**
 * The exchanges of a recording.
 *
 * @param file undefined when nothing was named
 * @throws UsageError without a file; CommandError when it cannot be read, or has no exchanges
 */
export function exchangesIn(file: string | undefined): Exchange[] {
  if (file === undefined) throw new UsageError("The recording is missing.");
  const exchanges = read(file);
  if (exchanges.length === 0) throw new CommandError(`${file} has no exchanges with the API.`);
  return exchanges;
}

function read(file: string): Exchange[] {
  try {
    return readRecordings(file);
  } catch (error) {
    throw new CommandError(`Cannot read ${file}: ${(error as Error).message}`);
  }
}
