import { describe, expect, test } from "vitest";
import { delayBeforeRetry } from "../../src/policies/retry.ts";
import { readRetryAfter } from "../../src/policies/retry-after.ts";

const NOW = Date.UTC(2026, 10, 20, 12);
const options = { retries: 3, random: () => 1 };
const answer = (status: number, retryAfter?: string) => ({
  status,
  headers: new Headers(retryAfter === undefined ? {} : { "retry-after": retryAfter }),
});
const delay = (
  ...args: [attempt: number, answer: ReturnType<typeof answer> | undefined, repeatable: boolean]
) => delayBeforeRetry(...args, NOW, options);

describe("shape", () => {
  test.each<[string | null, number | undefined]>([
    ["7", 7000],
    [" 0 ", 0],
    ["1.5", 1500],
    ["Fri, 20 Nov 2026 12:00:30 GMT", 30_000],
    ["Fri, 20 Nov 2026 11:00:00 GMT", 0],
    [null, undefined],
    ["", undefined],
    ["soon", undefined],
    ["-3", undefined],
    ["2026", 2_026_000],
  ])("Retry-After: %s is %s ms", (value, expected) => {
    expect(readRetryAfter(value, NOW)).toBe(expected);
  });
});

describe("validation", () => {
  test.each([200, 202, 400, 401, 403, 404, 409, 418])("%i is not sent again", (status) => {
    expect(delay(1, answer(status, "1"), true)).toBeUndefined();
  });

  test("not more often than allowed", () => {
    expect(delay(3, answer(429), true)).toBe(4000);
    expect(delay(4, answer(429), true)).toBeUndefined();
    expect(delayBeforeRetry(1, answer(429), true, NOW, { ...options, retries: 0 })).toBeUndefined();
  });
});

describe("behaviour", () => {
  test.each([429, 529])("%i: any call", (status) => {
    expect(delay(1, answer(status), false)).toBe(1000);
    expect(delay(1, answer(status, "60"), false)).toBe(60_000);
    expect(delay(1, answer(status, "61"), false)).toBeUndefined();
  });

  test.each([500, 502, 503, 504])("%i: only what can be repeated", (status) => {
    expect(delay(1, answer(status), true)).toBe(1000);
    expect(delay(1, answer(status, "2"), true)).toBe(2000);
    expect(delay(1, answer(status, "2"), false)).toBeUndefined();
  });

  test("no answer: only what can be repeated", () => {
    expect(delay(1, undefined, true)).toBe(1000);
    expect(delay(1, undefined, false)).toBeUndefined();
  });

  test("the wait is anything up to twice the last, and half a minute at most", () => {
    const upTo = (attempt: number, random: number) =>
      delayBeforeRetry(attempt, undefined, true, NOW, { retries: 20, random: () => random });
    expect([1, 2, 3, 4, 5, 6, 7].map((attempt) => upTo(attempt, 1))).toEqual([
      1000, 2000, 4000, 8000, 16_000, 30_000, 30_000,
    ]);
    expect([0, 0.25, 0.5].map((random) => upTo(2, random))).toEqual([0, 500, 1000]);
  });
});
