import type { Clock, Snapshot, Status } from "@notional/server/control";
import { presupposedBy } from "../presupposed/seed.ts";
import { tapeClock } from "../tape-clock.ts";
import { type Against, Unreachable } from "./against.ts";
import { type Control, controlOf } from "./control.ts";
import { sendTo } from "./send.ts";

const TOKEN = "ntn_replay";

/**
 * A server of ours that runs somewhere. Its control API brings it into the state and the time of each tape; what it held
 * before, and its time, come back at the end. Its search finds at once what was made, unless it was set up otherwise.
 *
 * @param url without `/v1`
 * @param key what the server was started with, if anything
 * @returns undefined when what answers there is no server of ours
 * @throws Unreachable when nothing answers, or its control API refuses us
 */
export async function runningServer(url: string, key?: string): Promise<Against | undefined> {
  const control = controlOf(url, key);
  const { ok, status, body } = await control.ask("GET", "status");
  if (status === 403 && body.message?.startsWith("The control API ")) throw new Unreachable(body.message);
  const { versions, clock } = body as Partial<Status>;
  if (!ok || !versions || !clock) return undefined;

  const asked = Date.now();
  const before = await control.must<Snapshot>("GET", "snapshot");
  return {
    name: url,
    async begin(tape) {
      const { seed, known } = presupposedBy(tape, TOKEN);
      const tapeTime = tapeClock(tape, 0);
      const setTime = (): Promise<Clock> => control.must("POST", "clock/freeze", { time: tapeTime.now() });
      await setTime();
      const seeded = await control.ask("POST", "seed", seed);
      if (!seeded.ok) throw new Error(`It refuses what the tape presupposes: ${seeded.body.message}`);
      return {
        fetch: sendTo(url),
        token: TOKEN,
        known,
        async prepare(exchange) {
          tapeTime.reach(exchange);
          await setTime();
        },
      };
    },
    async close() {
      await control.must("POST", "restore", before);
      await restoreClock(control, clock, Date.now() - asked);
    },
  };
}

/** @param since How long ago the clock was asked, in milliseconds: one that goes has gone on. */
async function restoreClock(
  control: Control,
  { now, frozen, controlled }: Clock,
  since: number,
): Promise<void> {
  await control.must("POST", "clock/release");
  if (frozen) await control.must("POST", "clock/freeze", { time: now });
  else if (controlled) await control.must("POST", "clock/set", { time: new Date(Date.parse(now) + since) });
}
