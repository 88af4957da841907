import type { Line } from "./line.ts";
import { below, isObject, type Place, referred, type Schema, type SchemaObject } from "./schema.ts";
import { explainUnion } from "./union.ts";
import { explainValue, firstOf, refused } from "./value.ts";

type JsonObject = Record<string, unknown>;

const missing = (place: Place, key: string): Line => refused(below(place, key), ["defined"], undefined);

const unwanted = (place: Place, key: string, value: JsonObject): Line =>
  refused(below(place, key), ["not present"], value[key]);

/** A body has room for more keys than anyone would read of. */
const MOST_UNWANTED = 20;

const allUnwanted = (place: Place, keys: readonly string[], value: JsonObject): Line[] =>
  keys.slice(0, MOST_UNWANTED).map((key) => unwanted(place, key, value));

/** What an object says of its own keys: those that should be there, what is in them, those that should not. */
export function explainObject(schema: SchemaObject, value: JsonObject, place: Place): Line[] {
  const { properties = {}, required = [], additionalProperties = true } = schema;
  if (isOneOfItsKeys(schema)) return explainUnion(oneKeyEach(properties), value, place, true);
  for (const key of inOrder(properties, required)) {
    const lines = explainMember(properties[key] ?? true, key, value, place, !required.includes(key));
    if (lines.length > 0) return lines;
  }
  const others = Object.keys(value).filter((key) => !Object.hasOwn(properties, key));
  if (additionalProperties === false && others.length > 0) {
    return allUnwanted(place, others, value);
  }
  for (const key of others) {
    const lines = firstOf([
      () => explainName(schema, key, place),
      () => explainValue(additionalProperties, value[key], below(place, key)),
    ]);
    if (lines.length > 0) return lines;
  }
  return explainCount(schema, value, place);
}

/** Exactly one key, as in a condition of a filter. The service has a union of objects with one key each. */
const isOneOfItsKeys = ({ minProperties, maxProperties, additionalProperties }: SchemaObject): boolean =>
  minProperties === 1 && maxProperties === 1 && additionalProperties === false;

const oneKeyEach = (properties: Record<string, Schema>): Schema[] =>
  Object.entries(properties).map(([key, schema]) => ({
    type: "object",
    properties: { [key]: schema },
    required: [key],
    additionalProperties: false,
  }));

/** As declared, but an optional tag last: what the object lacks says more than that its tag is of another kind. */
function inOrder(properties: Record<string, Schema>, required: string[]): string[] {
  const keys = [...new Set([...Object.keys(properties), ...required])];
  const isTag = (key: string): boolean => {
    const schema = properties[key];
    return typeof schema === "object" && "const" in schema && !required.includes(key);
  };
  return [...keys.filter((key) => !isTag(key)), ...keys.filter(isTag)];
}

function explainMember(
  schema: Schema,
  key: string,
  value: JsonObject,
  place: Place,
  optional: boolean,
): Line[] {
  if (Object.hasOwn(value, key)) return explainValue(schema, value[key], below(place, key, optional));
  return optional ? [] : [missing(place, key)];
}

function explainName({ propertyNames = true }: SchemaObject, key: string, place: Place): Line[] {
  return explainValue(propertyNames, key, below(place, key));
}

/** How many keys there are. Too few means that any of the declared ones would do, too many that one is too much. */
function explainCount(schema: SchemaObject, value: JsonObject, place: Place): Line[] {
  const { properties = {}, minProperties = 0, maxProperties = Number.POSITIVE_INFINITY } = schema;
  const keys = Object.keys(value);
  const extra = keys[maxProperties];
  if (extra !== undefined) return [unwanted(place, extra, value)];
  if (keys.length >= minProperties) return [];
  const absent = Object.keys(properties).filter((key) => !Object.hasOwn(value, key));
  if (absent.length > 0) return absent.map((key) => missing(place, key));
  return [refused(place, ["populated"], value)];
}

/** What applies to the same value: parts, exclusions, conditions; and, when all is known, what none of it names. */
export function explainApplied(schema: SchemaObject, value: unknown, place: Place): Line[] {
  return firstOf([
    ...(schema.allOf ?? []).map((part) => () => explainValue(part, value, place)),
    () => explainExclusion(schema.not, value, place),
    () => explainCondition(schema, value, place),
    () => (isObject(value) ? explainDependents(schema, value, place) : []),
    () => (isObject(value) ? explainUnevaluated(schema, value, place) : []),
  ]);
}

/** Of keys that exclude each other the last one is too much. */
function explainExclusion(not: Schema | undefined, value: unknown, place: Place): Line[] {
  if (not === undefined || explainValue(not, value, place).length > 0) return [];
  const key = typeof not === "object" && isObject(value) ? (not.required ?? []).at(-1) : undefined;
  return [
    isObject(value) && key !== undefined
      ? unwanted(place, key, value)
      : refused(place, ["not present"], value),
  ];
}

function explainCondition(schema: SchemaObject, value: unknown, place: Place): Line[] {
  if (schema.if === undefined) return [];
  const branch = fits(schema.if, value, place) ? schema.then : schema.else;
  return explainValue(branch ?? true, value, place);
}

function explainDependents(schema: SchemaObject, value: JsonObject, place: Place): Line[] {
  for (const [key, others] of Object.entries(schema.dependentRequired ?? {})) {
    const other = others.find((name) => !Object.hasOwn(value, name));
    if (Object.hasOwn(value, key) && other !== undefined) return [missing(place, other)];
  }
  for (const [key, dependent] of Object.entries(schema.dependentSchemas ?? {})) {
    const lines = Object.hasOwn(value, key) ? explainValue(dependent, value, place) : [];
    if (lines.length > 0) return lines;
  }
  return [];
}

function explainUnevaluated(schema: SchemaObject, value: JsonObject, place: Place): Line[] {
  if (schema.unevaluatedProperties !== false) return [];
  const known = evaluatedKeys(schema, value, place);
  const others = Object.keys(value).filter((key) => !known.has(key));
  return allUnwanted(place, others, value);
}

const fits = (schema: Schema, value: unknown, place: Place): boolean =>
  explainValue(schema, value, place).length === 0;

/** The keys that a schema says something about, itself or by whatever of it applies to the value. */
function evaluatedKeys(schema: Schema, value: JsonObject, place: Place): Set<string> {
  if (typeof schema === "boolean") return new Set();
  if (schema.additionalProperties !== undefined) return new Set(Object.keys(value));
  const condition = schema.if !== undefined && fits(schema.if, value, place);
  const parts: (Schema | undefined)[] = [
    schema.$ref === undefined ? undefined : referred(schema.$ref, place),
    ...(schema.allOf ?? []),
    ...[...(schema.oneOf ?? []), ...(schema.anyOf ?? [])].filter((member) => fits(member, value, place)),
    ...(condition ? [schema.if, schema.then] : [schema.else]),
    ...Object.entries(schema.dependentSchemas ?? {}).map(([key, part]) =>
      Object.hasOwn(value, key) ? part : undefined,
    ),
  ];
  const keys = parts.flatMap((part) => (part === undefined ? [] : [...evaluatedKeys(part, value, place)]));
  return new Set([...Object.keys(schema.properties ?? {}), ...keys]);
}
