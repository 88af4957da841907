import { createHash } from "node:crypto";

/** What no validator of a request looks at. Objects under these names are properties, and those it does look at. */
const PROSE = new Set(["description", "summary", "title"]);
const ELSEWHERE = new Set([
  "examples",
  "example",
  "responses",
  "webhooks",
  "info",
  "tags",
  "x-notional-source-hash",
]);

/** A hash of what validators are made from, so that an edit of prose or of answers makes none anew. */
export function hashOfRequests(document: object): string {
  const text = JSON.stringify(document, (key, value: unknown) => {
    if (PROSE.has(key) && typeof value === "string") return undefined;
    return ELSEWHERE.has(key) ? undefined : value;
  });
  return createHash("sha256").update(text).digest("hex");
}
