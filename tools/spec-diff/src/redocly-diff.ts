import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { redocly } from "@notional/quality/redocly";
import type { Json, JsonObject } from "@notional/redocly-plugin";
import { isObject } from "@notional/redocly-plugin";
import type { Step } from "./change.ts";

/** A side of a change: where it stands in its document, and what stands there. */
export interface Side {
  pointer: string;
  value?: Json;
}

/** One entry of Redocly's report. */
export interface Difference {
  /** From the root to the place along references; what is reached on several ways is reported on one. */
  path: string;
  typeName: string;
  kind: "added" | "removed" | "modified";
  impact: Step;
  /** Why it breaks. */
  verdicts: { ruleId: string; message: string }[];
  /** The keyword that was modified. */
  property?: string;
  base?: Side;
  revision?: Side;
}

/**
 * Compares two documents with `redocly diff`, which knows what is sent and what is received, also of a webhook.
 *
 * @throws {Error} with what it printed, when it fails
 */
export async function redoclyDiff(base: JsonObject, revision: JsonObject): Promise<Difference[]> {
  const folder = await mkdtemp(join(tmpdir(), "spec-diff-"));
  try {
    await writeFile(join(folder, "base.json"), JSON.stringify(shown(base)));
    await writeFile(join(folder, "revision.json"), JSON.stringify(shown(revision)));
    const report = await redocly(folder, "diff", "base.json", "revision.json");
    return (report as { changes: Difference[] }).changes;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/**
 * What Redocly is shown. It takes a constant that becomes the first of several values for one that is gone, and does not
 * look into the lists of an extension.
 */
function shown(node: Json): Json {
  if (Array.isArray(node)) return node.map(shown);
  if (!isObject(node)) return node;
  const { const: only, ...rest } = node;
  const isConstant = only !== undefined && (typeof only !== "object" || only === null);
  const kept = Object.entries(isConstant ? rest : node).map(([key, value]) => {
    const isList = key.startsWith("x-") && Array.isArray(value);
    return [key, isList ? value.join(", ") : shown(value)];
  });
  return { ...Object.fromEntries(kept), ...(isConstant && { enum: [only] }) };
}
