import type { Exchange } from "@notional/contract/recordings";
import type { Against } from "@notional/contract/replay";
import { CommandError, UsageError } from "../command.ts";
import { stopSignal } from "../stop-signal.ts";
import { progress, say } from "../terminal.ts";

export interface ReplayArguments {
  /** `server`, `mock` or a URL. */
  against: string;
  /** What opens the control API of a server at that URL. */
  key?: string | undefined;
  /** Whether what changes something is sent to a URL that is not of our servers. */
  writes: boolean;
  /** Whether every difference is printed, and not what they come from. */
  diff: boolean;
}

/**
 * Replays recorded exchanges against a target, and prints what it answers otherwise.
 *
 * @throws CommandError when an answer differs, or something could not be replayed; UsageError for no such target
 */
export async function replay(exchanges: Exchange[], { diff, ...choice }: ReplayArguments): Promise<void> {
  // The targets are large, and checking a recording needs none of them.
  const kit = await import("@notional/contract/replay");
  const tapes = kit.tapesOf(exchanges);
  const crashes: string[] = [];
  const { replayed, notReplayed } = await reached(kit, async () =>
    kit.replayAll(tapes, await chosen(kit, choice), {
      onTape: ({ name }, before) => progress(`${before} of ${tapes.length} tapes: ${name}`),
      onCrash: ({ tape, error }) => crashes.push(`Crash in ${tape}: ${(error as Error).stack ?? error}`),
      signal: stopSignal(),
    }),
  );
  progress("");
  const report = kit.reportOn(replayed);
  const parts = [
    diff ? kit.printDifferences(replayed) : kit.printCauses(report.causes),
    ...crashes,
    kit.printNotReplayed(notReplayed),
    kit.printShares(report),
  ];
  say(parts.filter((part) => part !== "").join("\n\n"));
  const { identical, total } = report.total;
  const lacking = replayed.length - total;
  const wrong = [
    ...(identical < total ? [`${total - identical} of ${total} answers differ from the recording.`] : []),
    ...(lacking > 0
      ? [`${lacking} of ${replayed.length} requests are of operations that the target lacks.`]
      : []),
    ...(notReplayed.length > 0 ? [`${notReplayed.length} of ${tapes.length} tapes were not replayed.`] : []),
  ];
  if (wrong.length > 0) throw new CommandError(wrong.join(" "));
}

type Kit = typeof import("@notional/contract/replay");

async function reached<T>({ Unreachable }: Kit, ask: () => Promise<T>): Promise<T> {
  try {
    return await ask();
  } catch (error) {
    throw error instanceof Unreachable ? new CommandError(error.message) : error;
  }
}

async function chosen(
  { elsewhere, localMock, localServer, runningServer }: Kit,
  { against, key, writes }: Omit<ReplayArguments, "diff">,
): Promise<Against> {
  if (against === "server") return localServer;
  if (against === "mock") return await localMock();
  if (!/^https?:$/.test(URL.parse(against)?.protocol ?? "")) {
    throw new UsageError(`--against is server, mock or a URL, not ${JSON.stringify(against)}.`);
  }
  const ours = await runningServer(against, key ?? process.env.NOTIONAL_KEY);
  if (ours) return ours;
  const token = process.env.NOTION_TOKEN;
  if (token === undefined) {
    throw new UsageError(`${against} is no server of ours, and needs a token in NOTION_TOKEN.`);
  }
  return elsewhere({ url: against, token, writes });
}
