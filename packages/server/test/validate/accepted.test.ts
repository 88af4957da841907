import { versions } from "@notional/openapi-types/versions";
import { describe, expect, test } from "vitest";
import { bodyExamples, pathParameters } from "./bundles.ts";
import { operationOf, recordings } from "./recordings.ts";
import { refusal } from "./refusal.ts";

describe("behaviour", () => {
  test.each(versions)("%s: every example of a body is accepted", async (version) => {
    const examples = bodyExamples().filter((example) => example.version === version);
    expect(examples.length).toBeGreaterThan(50);
    for (const { operationId, name, body } of examples) {
      expect({ name, refusal: await refusal(version, operationId, { body }) }).toEqual({ name });
    }
  });

  const recorded = recordings();
  const title = recorded.length > 0 ? "" : " (skipped: there are no recordings beside the project)";

  test.skipIf(recorded.length === 0)(`what the API took is accepted${title}`, async () => {
    const taken = recorded.filter(({ response }) => response.status < 300);
    const refused: unknown[] = [];
    for (const { id, request } of taken) {
      const operation = operationOf(request);
      const { version, query } = request;
      // A body that was not recorded is null, and none of the operations takes that.
      const sent = { path: operation?.parameters ?? {}, query, body: request.body ?? undefined };
      const reason = await refusal(version, operation?.operationId ?? "", sent);
      if (reason) refused.push({ id, reason });
    }
    expect(taken.length).toBeGreaterThan(500);
    expect(refused).toEqual([]);
  });

  test.skipIf(recorded.length === 0)(`what the API refused is refused in its words${title}`, async () => {
    const refused = recorded.filter(({ response }) => response.body?.message?.includes("failed validation"));
    for (const { request, response } of refused) {
      const operation = operationOf(request);
      const { version, query } = request;
      const sent = { path: operation?.parameters ?? {}, query, body: request.body ?? undefined };
      expect((await refusal(version, operation?.operationId ?? "", sent))?.message).toBe(
        response.body?.message,
      );
    }
  });

  test("a body that may be left out", async () => {
    expect(await refusal("2026-03-11", "search", {})).toBeUndefined();
    expect(pathParameters("2026-03-11", "search")).toEqual({});
  });

  test.each([
    ["half a character", "\ud800"],
    ["a null character", "\u0000"],
    ["2000 units of UTF-16", "\u{1f600}".repeat(1000)],
  ])("%s in a text", async (_title, content) => {
    const children = [{ paragraph: { rich_text: [{ text: { content } }] } }];
    expect(await refusal("2026-03-11", "appendBlockChildren", { body: { children } })).toBeUndefined();
  });
});
