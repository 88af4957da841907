import { type Ids, idForm } from "./ids.ts";
import { isObject, type JsonObject } from "./json.ts";
import { sameText } from "./normalise.ts";
import { pairItems } from "./pair.ts";

/** One thing that two answers do not have in common. */
export interface Difference {
  /** JSON pointer in the recorded answer. */
  at: string;
  /** The pointer without places in lists and names that users choose: `/results/*<page>/properties/{number}/number`. */
  pattern: string;
  kind: "status" | "missing" | "extra" | "different" | "order";
  recorded?: unknown;
  ours?: unknown;
}

/** The id of an exchange: each has its own. */
const IGNORED = new Set(["request_id"]);

/**
 * Compares two answers. Ids that both have in the same place, and that nothing is bound to yet, are taken for
 * those of the same thing.
 */
export function compare(recorded: unknown, ours: unknown, ids: Ids): Difference[] {
  bindIds(recorded, ours, ids);
  const differences: Difference[] = [];
  visit({ recorded, ours, key: "", at: "", pattern: "" }, ids, differences);
  return differences;
}

/** What each object is, before what it points at. */
function bindIds(recorded: unknown, ours: unknown, ids: Ids): void {
  if (Array.isArray(recorded) && Array.isArray(ours)) {
    for (const [one, other] of pairItems(recorded, ours, ids).pairs) bindIds(recorded[one], ours[other], ids);
  } else if (isObject(recorded) && isObject(ours)) {
    const isSameKind = recorded.object === ours.object;
    if (isSameKind && typeof recorded.id === "string" && typeof ours.id === "string") {
      sameId("id", recorded.id, ours.id, ids);
    }
    for (const [key, inner] of Object.entries(recorded)) bindIds(inner, ours[key], ids);
  }
}

/** Whether two ids are of the same thing; undefined when they are not ids. */
function sameId(key: string, recorded: string, ours: string, ids: Ids): boolean | undefined {
  const form = idForm(key, recorded);
  if (form === undefined) return undefined;
  return form === idForm(key, ours) && ids.bind(recorded, ours);
}

interface Visited {
  recorded: unknown;
  ours: unknown;
  key: string;
  at: string;
  pattern: string;
}

function visit({ recorded, ours, key, at, pattern }: Visited, ids: Ids, found: Difference[]): void {
  if (key === "next_cursor" && typeof recorded === "string" && typeof ours === "string") {
    ids.bindCursor(recorded, ours);
    return;
  }
  if (typeof recorded === "string" && typeof ours === "string") {
    const same = sameId(key, recorded, ours, ids) ?? sameText(key, recorded, ours, ids);
    if (!same) found.push({ at, pattern, kind: "different", recorded, ours });
  } else if (Array.isArray(recorded) && Array.isArray(ours)) {
    visitLists({ recorded, ours, key, at, pattern }, ids, found);
  } else if (isObject(recorded) && isObject(ours)) {
    visitObjects({ recorded, ours, key, at, pattern }, ids, found);
  } else if (recorded !== ours) {
    found.push({ at, pattern, kind: "different", recorded, ours });
  }
}

function visitLists(
  { recorded, ours, key, at, pattern }: Visited & { recorded: unknown[]; ours: unknown[] },
  ids: Ids,
  found: Difference[],
): void {
  const { pairs, missing, extra, sameOrder } = pairItems(recorded, ours, ids);
  for (const [one, other] of pairs) {
    const item = { recorded: recorded[one], ours: ours[other], key };
    visit({ ...item, at: `${at}/${one}`, pattern: `${pattern}/${stepOf(recorded[one])}` }, ids, found);
  }
  for (const place of missing) {
    const step = stepOf(recorded[place]);
    found.push({
      at: `${at}/${place}`,
      pattern: `${pattern}/${step}`,
      kind: "missing",
      recorded: recorded[place],
    });
  }
  for (const place of extra) {
    found.push({ at, pattern: `${pattern}/${stepOf(ours[place])}`, kind: "extra", ours: ours[place] });
  }
  if (!sameOrder) found.push({ at, pattern, kind: "order" });
}

function visitObjects(
  { recorded, ours, key, at, pattern }: Visited & { recorded: JsonObject; ours: JsonObject },
  ids: Ids,
  found: Difference[],
): void {
  for (const name of new Set([...Object.keys(recorded), ...Object.keys(ours)])) {
    if (IGNORED.has(name)) continue;
    const one = recorded[name];
    const other = ours[name];
    const step = key === "properties" ? `{${typeOf(one ?? other)}}` : name;
    const place = { at: `${at}/${name}`, pattern: `${pattern}/${step}` };
    if (!(name in ours)) found.push({ ...place, kind: "missing", recorded: one });
    else if (!(name in recorded)) found.push({ ...place, kind: "extra", ours: other });
    else visit({ ...place, recorded: one, ours: other, key: name }, ids, found);
  }
}

/** An item of a list in a pattern: what it is, where it says so. */
function stepOf(item: unknown): string {
  if (!isObject(item)) return "*";
  if (item.object === "block") return `*<${String(item.type)}>`;
  return typeof item.object === "string" ? `*<${item.object}>` : "*";
}

const typeOf = (value: unknown): string =>
  isObject(value) && typeof value.type === "string" ? value.type : "*";
