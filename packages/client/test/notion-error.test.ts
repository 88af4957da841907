import { describe, expect, test } from "vitest";
import { isNotionError, NotionError } from "../src/index.ts";

describe("shape", () => {
  test("it is an error with fields", () => {
    const cause = new Error("Why.");
    const error = new NotionError("Slow down.", { status: 429, code: "rate_limited", retryAfter: 3, cause });
    expect(error).toBeInstanceOf(Error);
    expect({ ...error, message: error.message, cause: error.cause }).toEqual({
      name: "NotionError",
      message: "Slow down.",
      status: 429,
      code: "rate_limited",
      requestId: undefined,
      retryAfter: 3,
      additionalData: undefined,
      cause,
    });
  });
});

describe("validation", () => {
  test.each([undefined, null, "error", new Error("x"), { code: "rate_limited" }])("%s is none", (value) => {
    expect(isNotionError(value)).toBe(false);
  });
});

describe("behaviour", () => {
  test("it is told apart by its code", () => {
    const error = new NotionError("Not here.", { status: 404, code: "object_not_found" });
    expect(isNotionError(error)).toBe(true);
    expect(isNotionError(error, "object_not_found")).toBe(true);
    expect(isNotionError(error, "unauthorized", "object_not_found")).toBe(true);
    expect(isNotionError(error, "unauthorized")).toBe(false);
  });
});
