import { describe, expect, test } from "vitest";
import { createClient } from "../../src/index.ts";
import { createPacer } from "../../src/policies/pacer.ts";
import { FakeClock } from "../fake-clock.ts";
import { recordingFetch } from "../recording-fetch.ts";

/** Takes turns and notes when each came, in milliseconds since the beginning. */
async function takeTurns(count: number, pace: { perSecond: number; burst: number }) {
  const clock = new FakeClock();
  const began = clock.now();
  const pacer = createPacer(pace, clock);
  const times: number[] = [];
  const turns = Array.from({ length: count }, async () => {
    await pacer.turn(undefined);
    times.push(clock.now() - began);
  });
  await settle();
  return { clock, pacer, times, turns };
}

async function settle(): Promise<void> {
  for (let tick = 0; tick < 5; tick += 1) await Promise.resolve();
}

/** Moves the clock in steps, so that what waits goes on between them. */
async function advance(clock: FakeClock, milliseconds: number, step = 10): Promise<void> {
  for (let passed = 0; passed < milliseconds; passed += step) {
    clock.advance(step);
    await settle();
  }
}

describe("shape", () => {
  test("a burst at once, the rest one after the other", async () => {
    const { clock, times, turns } = await takeTurns(6, { perSecond: 2, burst: 3 });
    await advance(clock, 2000);
    await Promise.all(turns);
    expect(times).toEqual([0, 0, 0, 500, 1000, 1500]);
  });
});

describe("validation", () => {
  test("no window holds more than the burst and what its time allows", async () => {
    const { clock, times, turns } = await takeTurns(60, { perSecond: 3, burst: 10 });
    await advance(clock, 20_000);
    await Promise.all(turns);
    for (const from of times) {
      const within = times.filter((time) => time >= from && time < from + 1000);
      expect(within.length).toBeLessThanOrEqual(10 + 3);
    }
    expect(times.at(-1)).toBeGreaterThanOrEqual((50 * 1000) / 3);
  });
});

describe("behaviour", () => {
  test("after a pause there is a burst again, and no larger one", async () => {
    const { clock, pacer, turns } = await takeTurns(3, { perSecond: 2, burst: 3 });
    await Promise.all(turns);
    clock.advance(60_000);
    expect([1, 2, 3, 4].map(() => pacer.turn(undefined) === undefined)).toEqual([true, true, true, false]);
  });

  test("nobody goes while the API wants a pause", async () => {
    const { clock, pacer, times, turns } = await takeTurns(4, { perSecond: 2, burst: 2 });
    pacer.pauseUntil(clock.now() + 5000);
    await advance(clock, 6000);
    await Promise.all(turns);
    expect(times).toEqual([0, 0, 5000, 5000]);
  });

  test("who gives up leaves the queue, and the next moves up", async () => {
    const clock = new FakeClock();
    const pacer = createPacer({ perSecond: 1, burst: 1 }, clock);
    expect(pacer.turn(undefined)).toBeUndefined();
    const controller = new AbortController();
    const given = pacer.turn(controller.signal);
    const next = pacer.turn(undefined);
    controller.abort("enough");
    await expect(given).rejects.toBe("enough");
    clock.advance(1000);
    await next;
    expect(clock.pending).toEqual([]);
  });

  test("all calls of a client share it, on both levels", async () => {
    const clock = new FakeClock();
    const { fetch, sent } = recordingFetch();
    const notion = createClient({ auth: "ntn_1", fetch, clock, pace: { perSecond: 1, burst: 2 } });
    const calls = [notion.users.me(), notion.GET("/v1/users/me"), notion.users.me()];
    // The low level takes its turn a little later.
    await Promise.all([calls[0], calls[2]]);
    expect(sent).toHaveLength(2);
    await clock.pass(1000);
    await calls[1];
    expect(sent).toHaveLength(3);
  });

  test("a 429 holds all other calls back as long as it says", async () => {
    const clock = new FakeClock();
    const times: number[] = [];
    const fetch = async () => {
      times.push(clock.now());
      return times.length === 1
        ? Response.json(
            { code: "rate_limited", message: "" },
            { status: 429, headers: { "retry-after": "9" } },
          )
        : Response.json({});
    };
    const notion = createClient({ auth: "ntn_1", fetch, clock });
    const first = notion.users.me();
    await clock.set(9000);
    const second = notion.users.me();
    clock.advance(9000);
    await Promise.all([first, second]);
    expect(times.map((time) => time - (times[0] ?? 0))).toEqual([0, 9000, 9000]);
  });

  test("can be switched off", async () => {
    const { fetch, sent } = recordingFetch();
    const notion = createClient({ auth: "ntn_1", fetch, clock: new FakeClock(), pace: false });
    await Promise.all(Array.from({ length: 50 }, () => notion.users.me()));
    expect(sent).toHaveLength(50);
  });
});
