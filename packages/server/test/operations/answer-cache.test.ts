import { describe, expect, test } from "vitest";
import { AnswerCache } from "../../src/operations/answer-cache.ts";

/** A quarter of what the younger generation holds. */
const bytes = Buffer.alloc(4_000_000);

describe("behaviour", () => {
  test("an answer holds as long as what it was made of", () => {
    const answers = new AnswerCache();
    answers.set("page", "1", bytes);
    expect(answers.get("page", "1")).toBe(bytes);
    expect(answers.get("page", "2")).toBeUndefined();
    const changed = Buffer.from("{}");
    answers.set("page", "2", changed);
    expect(answers.get("page", "1")).toBeUndefined();
    expect(answers.get("page", "2")).toBe(changed);
  });

  test("what was not asked for in a long time goes first, and no more is kept than fits", () => {
    const answers = new AnswerCache();
    const ids = Array.from({ length: 40 }, (_, index) => `${index}`);
    answers.set("asked for", "1", bytes);
    for (const id of ids) {
      answers.set(id, "1", bytes);
      expect(answers.get("asked for", "1")).toBe(bytes);
    }
    const kept = ids.filter((id) => answers.get(id, "1") !== undefined);
    expect(kept.length).toBeLessThanOrEqual(8);
    expect(kept).toEqual(ids.slice(-kept.length));
  });
});
