import type { Resolve, Schema } from "./schema.ts";

/** A schema without references and compositions: one way to fit it. */
export interface Flat extends Omit<Schema, "$ref" | "allOf" | "oneOf" | "anyOf"> {
  /** The keys that it may have, where it is closed. */
  known?: Set<string>;
  /** Keys that would make the value fit another member of a union as well. */
  without: Set<string>;
  /** What the whole value must still keep to. */
  conditions: Schema[];
}

/** Chooses one of some things. */
export type Pick = <T>(of: readonly T[]) => T;

/**
 * Chooses one way to fit a schema: follows references, puts the parts of `allOf` together, and picks a member of each union.
 *
 * @throws {Error} when two parts say what cannot be put together
 */
export function flatten(schema: Schema, resolve: Resolve, pick: Pick): Flat {
  const { $ref, allOf = [], oneOf, anyOf, ...own } = schema;
  const { not, if: condition, dependentRequired, dependentSchemas } = own;
  const hasCondition = not ?? condition ?? dependentRequired ?? dependentSchemas;
  let flat: Flat = { ...own, without: new Set(), conditions: hasCondition ? [schema] : [] };
  if (own.additionalProperties === false) flat.known = new Set(Object.keys(own.properties ?? {}));
  if ($ref) flat = both(flat, flatten(resolve($ref), resolve, pick));
  for (const part of allOf) flat = both(flat, flatten(part, resolve, pick));
  if (anyOf) flat = both(flat, flatten(pick(anyOf), resolve, pick));
  if (oneOf) {
    const chosen = pick(oneOf);
    flat = both(flat, flatten(chosen, resolve, pick));
    for (const key of onlyOfOthers(chosen, oneOf)) flat.without.add(key);
  }
  return flat;
}

/** Members that differ only in what they require exclude each other by what is left out. */
function onlyOfOthers(chosen: Schema, members: readonly Schema[]): string[] {
  const needed = new Set(chosen.required);
  const isBare = (member: Schema) =>
    member.required !== undefined && member.type === undefined && !member.$ref;
  if (!members.every(isBare)) return [];
  return members.flatMap(({ required = [] }) => required.filter((key) => !needed.has(key)));
}

function both(a: Flat, b: Flat): Flat {
  const types = [a.type, b.type].filter((type) => type !== undefined).map((type) => [type].flat());
  const properties = { ...a.properties };
  for (const [key, schema] of Object.entries(b.properties ?? {})) {
    const known = properties[key];
    properties[key] = known ? { allOf: [known, schema] } : schema;
  }
  const known =
    a.known && b.known ? new Set([...a.known].filter((key) => b.known?.has(key))) : (a.known ?? b.known);
  const type = types.length < 2 ? types[0] : types[0]?.filter((name) => types[1]?.includes(name));
  if (type?.length === 0) throw new Error(`Nothing is ${a.type} and ${b.type}.`);
  return {
    ...a,
    ...b,
    ...(type && { type }),
    ...tighter(a, b),
    properties,
    required: [...new Set([...(a.required ?? []), ...(b.required ?? [])])],
    without: new Set([...a.without, ...b.without]),
    conditions: [...a.conditions, ...b.conditions],
    ...(known && { known }),
  };
}

const LOWER = ["minLength", "minItems", "minProperties", "minimum", "exclusiveMinimum"] as const;
const UPPER = ["maxLength", "maxItems", "maxProperties", "maximum", "exclusiveMaximum"] as const;

function tighter(a: Flat, b: Flat): Partial<Flat> {
  const limits: Partial<Flat> = {};
  for (const name of LOWER) {
    if (a[name] !== undefined && b[name] !== undefined) limits[name] = Math.max(a[name], b[name]);
  }
  for (const name of UPPER) {
    if (a[name] !== undefined && b[name] !== undefined) limits[name] = Math.min(a[name], b[name]);
  }
  return limits;
}
