import type { Line } from "./line.ts";
import { isObject, type Place, referred, type Schema } from "./schema.ts";
import { explainValue, orNull, refused } from "./value.ts";

/**
 * Why no member of a union fits. Which member was meant its tag tells (`type: "paragraph"`); without one every
 * member has its say, and those count that came furthest into the value.
 */
export function explainUnion(
  members: Schema[] | undefined,
  value: unknown,
  place: Place,
  exactlyOne: boolean,
): Line[] {
  if (members === undefined) return [];
  const explained = members.map((member) => explainValue(member, value, place));
  const fitting = members.filter((_, index) => explained[index]?.length === 0);
  if (fitting.length === 1 || (fitting.length > 1 && !exactlyOne)) return [];
  if (fitting.length > 1) return [ambiguous(fitting, value, place)];

  const nullable = members.some(isNull);
  const candidates = members.filter((member) => !isNull(member));
  const meant = byTag(candidates, value, place);
  const lines = furthest(meant.flatMap((member) => explained[members.indexOf(member)] ?? []));
  const merged = mergeLiterals(lines);
  return nullable ? orNull(merged, place) : merged;
}

const isNull = (schema: Schema): boolean => typeof schema === "object" && schema.type === "null";

/** Two members of a union that exclude each other both fit: one of the keys that they ask for is too much. */
function ambiguous(fitting: Schema[], value: unknown, place: Place): Line {
  const other = fitting.at(-1);
  const key = typeof other === "object" ? other.required?.at(-1) : undefined;
  if (key === undefined || !isObject(value)) return refused(place, ["of one kind only"], value);
  return { path: [...place.path, key], expected: ["not present"], instead: value[key] };
}

/** The members whose tag is that of the value; all where no tag tells them apart. */
function byTag(members: Schema[], value: unknown, place: Place): Schema[] {
  if (!isObject(value)) return members;
  for (const [key, tag] of Object.entries(value)) {
    if (typeof tag !== "string") continue;
    const tagged = members.filter((member) => constantsOf(member, key, place).has(tag));
    if (tagged.length > 0 && tagged.length < members.length) return byTag(tagged, value, place);
  }
  return members;
}

/** The constants that a member, or any member of it, has for a key. */
function constantsOf(schema: Schema | undefined, key: string, place: Place): Set<unknown> {
  if (typeof schema !== "object") return new Set();
  const { $ref, allOf = [], oneOf = [], anyOf = [] } = schema;
  const parts: Schema[] = [...allOf, ...oneOf, ...anyOf];
  if ($ref !== undefined) parts.push(referred($ref, place));
  const own = schema.properties?.[key];
  const constants = parts.flatMap((part) => [...constantsOf(part, key, place)]);
  return new Set(typeof own === "object" && "const" in own ? [own.const, ...constants] : constants);
}

/** The lines with the longest path, each once. */
function furthest(lines: Line[]): Line[] {
  const depth = Math.max(...lines.map(({ path }) => path.length));
  const deepest = lines.filter(({ path }) => path.length === depth);
  return [...new Map(deepest.map((line) => [JSON.stringify([line.path, line.expected]), line])).values()];
}

/** What several members allow at one place, in one line: `` should be `"a"`, `"b"`, or `"c"` ``. */
function mergeLiterals(lines: Line[]): Line[] {
  const merged = new Map<string, Line>();
  for (const line of lines) {
    const [first = ""] = line.expected;
    const key = JSON.stringify(first.startsWith("`") ? [line.path] : [line.path, first]);
    const before = merged.get(key);
    const expected = new Set([...(before?.expected ?? []), ...line.expected]);
    // It comes last, once.
    const isOptional = expected.delete("`undefined`");
    merged.set(key, { ...line, expected: isOptional ? [...expected, "`undefined`"] : [...expected] });
  }
  return [...merged.values()];
}
