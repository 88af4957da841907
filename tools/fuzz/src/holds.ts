import { isDeepStrictEqual } from "node:util";
import { isObject, type Json, type Resolve, type Schema } from "./schema.ts";

/**
 * Whether a value keeps to the conditions of a schema: `not`, `if` and what depends on a key. The generator asks it of what
 * it has made, because these cannot be built; everything else it builds. It is no validator.
 */
export function holds(schema: Schema, value: Json, resolve: Resolve): boolean {
  const { not, if: condition, then, else: otherwise, dependentRequired = {}, dependentSchemas = {} } = schema;
  if (not && fits(not, value, resolve)) return false;
  if (condition) {
    const branch = fits(condition, value, resolve) ? then : otherwise;
    if (branch && !fits(branch, value, resolve)) return false;
  }
  if (!isObject(value)) return true;
  const present = (key: string) => Object.hasOwn(value, key);
  const required = Object.entries(dependentRequired).every(
    ([key, needed]) => !present(key) || needed.every(present),
  );
  const fitting = Object.entries(dependentSchemas).every(
    ([key, needed]) => !present(key) || fits(needed, value, resolve),
  );
  return required && fitting;
}

/** Whether a value fits a condition: constants, types, keys, and conditions within. */
function fits(schema: Schema, value: Json, resolve: Resolve): boolean {
  if (schema.$ref && !fits(resolve(schema.$ref), value, resolve)) return false;
  if (schema.const !== undefined && !isDeepStrictEqual(schema.const, value)) return false;
  if (schema.enum && !schema.enum.some((constant) => isDeepStrictEqual(constant, value))) return false;
  if (schema.type && ![schema.type].flat().includes(typeOf(value))) return false;
  if (!holds(schema, value, resolve)) return false;
  if (!(schema.allOf ?? []).every((part) => fits(part, value, resolve))) return false;
  if (schema.anyOf && !schema.anyOf.some((part) => fits(part, value, resolve))) return false;
  if (Array.isArray(value)) return value.length >= (schema.minItems ?? 0);
  if (!isObject(value)) return true;
  return (
    (schema.required ?? []).every((key) => Object.hasOwn(value, key)) &&
    Object.entries(schema.properties ?? {}).every(
      ([key, property]) => !Object.hasOwn(value, key) || fits(property, value[key] as Json, resolve),
    )
  );
}

function typeOf(value: Json): string {
  if (value === null) return "null";
  return Array.isArray(value) ? "array" : typeof value;
}
