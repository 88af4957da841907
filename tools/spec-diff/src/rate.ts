import type { Step } from "./change.ts";
import { keysOf } from "./pointer.ts";
import type { Difference } from "./redocly-diff.ts";

/** What says something and decides nothing. */
const WORDS = new Set([
  "title",
  "summary",
  "description",
  "example",
  "examples",
  "externalDocs",
  "tags",
  "info",
]);

/**
 * The step that a difference asks for. What Redocly calls breaking is; beyond that
 *
 * - a field that a request no longer has breaks who sends it, though nothing need refuse it,
 * - a schema that is gone breaks who imports its type,
 * - an operation that asks for more capabilities refuses connections that it served,
 * - what changes words alone is a patch, and everything else minor: something is valid that was not, or the reverse.
 */
export function rate(difference: Difference): Step {
  if (difference.impact === "major") return "major";
  if (isGoneFromRequest(difference) || isGoneSchema(difference) || needsMore(difference)) return "major";
  return isWording(difference) ? "patch" : "minor";
}

function isGoneFromRequest({ kind, path, base }: Difference): boolean {
  const isProperty = keysOf(base?.pointer ?? "").at(-2) === "properties";
  return kind === "removed" && isProperty && /^#\/paths\/[^/]+\/\w+\/requestBody\//.test(path);
}

function isGoneSchema({ kind, path }: Difference): boolean {
  return kind === "removed" && /^#\/components\/schemas\/[^/]+$/.test(path);
}

const CAPABILITIES = "x-notion-capabilities";

function needsMore({ path, property, base, revision }: Difference): boolean {
  if (property !== CAPABILITIES && !keysOf(path).includes(CAPABILITIES)) return false;
  const names = (value: unknown): string[] => (typeof value === "string" ? value.split(", ") : []);
  const had = names(base?.value);
  return names(revision?.value).some((capability) => !had.includes(capability));
}

function isWording({ path, property }: Difference): boolean {
  const keys = keysOf(path);
  const keyword = property ?? keys.at(-1) ?? "";
  if (property === undefined && keys.at(-2) === "properties") return false;
  if (keys[0] === "info" || keys[0] === "tags") return true;
  if (keyword.startsWith("x-") && keyword !== CAPABILITIES) return true;
  // The value of an example is reported key by key.
  return WORDS.has(keyword) || keys.some((key, i) => key === "examples" && keys[i - 1] !== "properties");
}
