import { isDeepStrictEqual } from "node:util";
import type { JsonObject } from "@notional/redocly-plugin";
import type { Change } from "./change.ts";
import { describe } from "./describe.ts";
import { at, keysOf } from "./pointer.ts";
import { rate } from "./rate.ts";
import { reachOf } from "./reach.ts";
import type { Difference } from "./redocly-diff.ts";
import { redoclyDiff } from "./redocly-diff.ts";

/** What changed in one document: a version of the API, or the control API. */
export interface Comparison {
  /** The date of the version, or `control`. */
  name: string;
  changes: Change[];
}

/**
 * Compares every document of two trees.
 *
 * @returns for each document of either, the newest version first, what changed in it; those that are equal are left out
 * @throws {Error} when Redocly cannot compare them
 */
export async function compare(
  base: ReadonlyMap<string, JsonObject>,
  revision: ReadonlyMap<string, JsonObject>,
): Promise<Comparison[]> {
  const names = [...new Set([...base.keys(), ...revision.keys()])].sort().reverse();
  const compared = names.map(async (name) => {
    const [before, after] = [base.get(name), revision.get(name)];
    if (before === undefined) return whole(name, "minor", "is new");
    if (after === undefined) return whole(name, "major", "is gone");
    return { name, changes: await compareDocuments(before, after) };
  });
  return (await Promise.all(compared)).filter(({ changes }) => changes.length > 0);
}

function whole(name: string, step: Change["step"], what: string): Comparison {
  return {
    name,
    changes: [{ step, text: `The document of ${name} ${what}.`, pointer: "#", operations: [] }],
  };
}

/** What changed from one document to another; of one place, whatever is said of it twice is said once. */
export async function compareDocuments(before: JsonObject, after: JsonObject): Promise<Change[]> {
  if (isDeepStrictEqual(before, after)) return [];
  const [reachBefore, reachAfter] = [reachOf(before), reachOf(after)];
  const changes = new Map<string, Change>();
  for (const difference of await redoclyDiff(before, after)) {
    const pointer = pointerOf(difference, before, after);
    const text = describe(difference, pointer);
    const operations = new Set([...reachBefore(pointer), ...reachAfter(pointer)]);
    const change = { step: rate(difference), text, pointer, operations: [...operations] };
    changes.set(`${pointer} ${text}`, change);
  }
  return [...changes.values()];
}

/** Where a difference is. Redocly was shown constants as lists of one. */
function pointerOf({ base, revision, path }: Difference, before: JsonObject, after: JsonObject): string {
  const [document, pointer] = revision ? [after, revision.pointer] : [before, base?.pointer ?? path];
  const isConst = pointer.endsWith("/enum") && at(document, keysOf(pointer)) === undefined;
  return isConst ? pointer.replace(/enum$/, "const") : pointer;
}
