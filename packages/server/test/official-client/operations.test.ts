import { Client } from "@notionhq/client";
import { describe, expect, test } from "vitest";
import { operations } from "../../src/__generated__/operations.ts";
import { missingOperations } from "../../src/operations/not-implemented.ts";
import { calls } from "./calls.ts";
import { drive, sdkVersions } from "./driven.ts";

/** The names of all methods of the client that call the API: those of its groups, and `search`. */
function methodsOf(group: object, prefix = ""): string[] {
  return Object.entries(group).flatMap(([name, value]) => {
    if (typeof value === "function") return [prefix + name];
    return typeof value === "object" && value !== null ? methodsOf(value, `${prefix}${name}.`) : [];
  });
}

const missing = new Set<string>(missingOperations);
const exercised = new Set<string>();

describe("shape", () => {
  test("no method of the client is forgotten", () => {
    expect(Object.keys(calls).sort()).toEqual(methodsOf(new Client()).sort());
  });
});

describe.each(sdkVersions)("behaviour under %s", (version) => {
  test.each(Object.keys(calls))("%s", async (method) => {
    const { client, exchanges } = await drive(version);
    const refusal = await calls[method]?.(client).then(
      () => undefined,
      (error: Error & { body?: string }) => error.body ?? error,
    );
    const [{ operationId = "none", ...exchange } = {}] = exchanges;
    exercised.add(operationId);
    if (missing.has(operationId)) {
      expect(refusal).toContain(`The local server does not implement ${operationId} yet.`);
      expect(exchange).toEqual({ status: 501, problems: [] });
    } else {
      expect(refusal).toBeUndefined();
      expect(exchange).toEqual({ status: 200, problems: [] });
    }
    expect(exchanges).toHaveLength(1);
  });

  test("between them they are all operations of the document", () => {
    expect([...exercised].sort()).toEqual(Object.keys(operations[version]).sort());
  });
});
