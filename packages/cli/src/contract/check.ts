import {
  checkRecordings,
  driftOf,
  type Exchange,
  isBad,
  printDrift,
  report,
  strayExchanges,
} from "@notional/contract/recordings";
import { CommandError } from "../command.ts";
import { progress, say } from "../terminal.ts";

/**
 * Prints what the document says of recorded exchanges, by operation.
 *
 * @throws CommandError when it disagrees
 */
export function check(exchanges: Exchange[]): void {
  const { verdicts, stray } = judge(exchanges);
  say(report(verdicts, stray));
  if (stray.length > 0 || verdicts.some(isBad)) differ();
}

/**
 * Prints what recorded exchanges have that the document lacks, each thing once.
 *
 * @throws CommandError when there is any
 */
export function drift(exchanges: Exchange[], { json }: { json: boolean }): void {
  const { verdicts, stray } = judge(exchanges);
  const drifts = driftOf(verdicts, stray);
  say(json ? JSON.stringify(drifts, null, 2) : printDrift(drifts));
  if (drifts.length > 0) differ();
}

function judge(exchanges: Exchange[]) {
  const verdicts = checkRecordings(exchanges, (_exchange, before) => {
    progress(`${before} of ${exchanges.length} exchanges`);
  });
  progress("");
  return { verdicts, stray: strayExchanges(exchanges) };
}

function differ(): never {
  throw new CommandError("The document and the recording differ.");
}
