import type { Clock, Snapshot, Status } from "@notional/server/control";
import { presupposedBy } from "../presupposed/seed.ts";
import { tapeClock } from "../tape-clock.ts";
import { type Against, NotReplayable, Unreachable } from "./against.ts";
import { sendTo } from "./send.ts";

const TOKEN = "ntn_replay";

/**
 * A server of ours that runs somewhere. Its control API brings it into the state and the time of each tape; what it held
 * before, and its time, come back at the end.
 *
 * @param url without `/v1`
 * @param key what the server was started with, if anything
 * @returns undefined when what answers there is no server of ours
 * @throws Unreachable when nothing answers, or its control API refuses us
 */
export async function runningServer(url: string, key?: string): Promise<Against | undefined> {
  const send = sendTo(url);
  const control = async (method: string, path: string, body?: unknown): Promise<Response> =>
    await send(
      new Request(`http://localhost/_notional/${path}`, {
        method,
        headers: { "content-type": "application/json", ...(key !== undefined && { "x-notional-key": key }) },
        ...(body !== undefined && { body: JSON.stringify(body) }),
      }),
    );
  const status = await control("GET", "status");
  const said = await jsonOf<Partial<Status> & { message?: string }>(status);
  if (status.status === 403 && said?.message?.startsWith("The control API "))
    throw new Unreachable(said.message);
  if (!status.ok || !said?.versions || !said.clock) return undefined;

  const before = await jsonOf<Snapshot>(await control("GET", "snapshot"));
  const { clock, asked } = { clock: said.clock, asked: Date.now() };
  return {
    name: url,
    async begin(tape) {
      const { seed, known } = presupposedBy(tape, TOKEN);
      const tapeTime = tapeClock(tape, 0);
      const setTime = async (): Promise<void> => {
        await control("POST", "clock/freeze", { time: tapeTime.now() });
      };
      await setTime();
      const seeded = await control("POST", "seed", seed);
      if (!seeded.ok) {
        const { message } = Object(await jsonOf(seeded)) as { message?: string };
        throw new NotReplayable(`the server refuses what it presupposes: ${message}`);
      }
      return {
        fetch: send,
        token: TOKEN,
        known,
        async prepare(exchange) {
          tapeTime.reach(exchange);
          await setTime();
        },
      };
    },
    async close() {
      await control("POST", "restore", before);
      await control("POST", "clock/release");
      for (const [path, body] of timeOf(clock, asked)) await control("POST", path, body);
    },
  };
}

/** What brings the time back that a clock told, which may have gone on since. */
function* timeOf(
  { now, frozen, controlled }: Clock,
  asked: number,
): Generator<[path: string, body: unknown]> {
  if (frozen) yield ["clock/freeze", { time: now }];
  else if (controlled) yield ["clock/set", { time: new Date(Date.parse(now) + Date.now() - asked) }];
}

/** The answer; undefined when it is no JSON. */
async function jsonOf<T>(response: Response): Promise<T | undefined> {
  return (await response.json().catch(() => undefined)) as T | undefined;
}
