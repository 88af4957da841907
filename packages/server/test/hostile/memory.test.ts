import { setImmediate } from "node:timers/promises";
import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { describe, expect, test } from "vitest";
import { startTarget, type Target } from "./target.ts";

const ROUNDS = 60;
const LARGE = 480 * 1024;
const MOST_GROWTH = 16 * 1024 * 1024;

setFlagsFromString("--expose-gc");
const gc = runInNewContext("gc") as () => void;

/** What is only referred to by something that is collected goes with the next round. */
async function collectGarbage(): Promise<void> {
  for (let round = 0; round < 5; round += 1) {
    gc();
    await setImmediate();
  }
}

/** Requests that are refused, each of them as large as it may be and different from all before. */
const refusals: ((call: Target["call"], number: number) => ReturnType<Target["call"]>)[] = [
  (call, number) => {
    const name = `${number}${"x".repeat(LARGE)}`;
    return call("POST", "/v1/pages", { parent: { workspace: true }, properties: { [name]: { number } } });
  },
  (call, number) => call("POST", "/v1/search", { query: number, [`${number}`]: "x".repeat(LARGE) }),
  (call, number) => call("POST", "/v1/search", `${number}${"[".repeat(LARGE)}`),
  (call, number) => call("POST", "/v1/search", { start_cursor: `${number}${"x".repeat(LARGE)}` }),
  (call, number) => call("GET", "/v1/users/me", undefined, { token: `${number}${"x".repeat(8000)}` }),
  (call, number) => call("GET", "/v1/users/me", undefined, { version: `${number}${"x".repeat(8000)}` }),
  (call, number) => call("GET", `/v1/${number}/${"x".repeat(8000)}`),
  (call, number) => call("GET", `/v1/pages/${number}${"x".repeat(8000)}`),
  (call, number) => call("GET", `/v1/users?${number}=${"x".repeat(8000)}`),
];

describe("behaviour", () => {
  test("nothing of what is refused is kept", { timeout: 30_000 }, async () => {
    const { call } = await startTarget();
    let number = 0;
    const storm = async (rounds: number): Promise<number> => {
      for (let round = 0; round < rounds; round += 1) {
        for (const refuse of refusals) {
          const { status } = await refuse(call, number++);
          expect(status).toBeGreaterThanOrEqual(400);
          expect(status).toBeLessThan(500);
        }
      }
      await collectGarbage();
      return process.memoryUsage().heapUsed;
    };
    // What is loaded with the first requests stays.
    const before = await storm(5);
    expect((await storm(ROUNDS)) - before).toBeLessThan(MOST_GROWTH);
  });
});
