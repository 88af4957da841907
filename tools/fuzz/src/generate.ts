import fc from "fast-check";
import { drawn } from "./drawn.ts";
import { type Flat, flatten, type Pick } from "./flatten.ts";
import { holds } from "./holds.ts";
import { number, string } from "./scalars.ts";
import type { Json, Resolve, Schema } from "./schema.ts";

/** Below this, what may be left out is left out, and of a union it is the first member: blocks hold blocks. */
const DEPTH = 7;
/** Conditions such as "never both" hold for one of a few. */
const ATTEMPTS = 50;

/** Says that a value cannot be made here, so that another way is tried. */
class DeadEnd extends Error {
  override name = "DeadEnd";
}

/**
 * Values that fit a schema: each union's members, optional fields or not, limits to their ends.
 *
 * @param resolve gives what a `$ref` leads to
 */
export function valuesOf(schema: Schema, resolve: Resolve): fc.Arbitrary<Json> {
  return drawn((draw) => {
    const pick: Pick = (of) => of[draw(fc.nat(of.length - 1))] as never;
    return make(schema, 0);

    function make(wanted: Schema, depth: number): Json {
      for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
        try {
          const flat = flatten(wanted, resolve, depth > DEPTH ? (of) => of[0] as never : pick);
          const value = fitting(flat, depth);
          if (flat.conditions.every((condition) => holds(condition, value, resolve))) return value;
        } catch (error) {
          if (!(error instanceof DeadEnd)) throw error;
        }
      }
      throw new DeadEnd(`Nothing fits ${JSON.stringify(wanted).slice(0, 500)}`);
    }

    function fitting(flat: Flat, depth: number): Json {
      if (flat.const !== undefined) return flat.const;
      if (flat.enum) return pick(flat.enum);
      const types = [flat.type ?? (flat.properties ? "object" : "string")].flat();
      switch (depth > DEPTH && types.includes("null") ? "null" : pick(types)) {
        case "object":
          return object(flat, depth);
        case "array":
          return array(flat, depth);
        case "boolean":
          return draw(fc.boolean());
        case "integer":
        case "number":
          return draw(number(flat));
        case "null":
          return null;
        default:
          return draw(string(flat));
      }
    }

    function array(flat: Flat, depth: number): Json[] {
      const { minItems = 0, maxItems = 3, items } = flat;
      const most = depth > DEPTH ? minItems : Math.max(minItems, Math.min(maxItems, 3));
      const length = minItems + draw(fc.nat(most - minItems));
      const values = Array.from({ length }, () => (items ? make(items, depth + 1) : null));
      if (!flat.uniqueItems) return values;
      return [...new Map(values.map((value) => [JSON.stringify(value), value])).values()];
    }

    function object(flat: Flat, depth: number): Json {
      const { properties = {}, minProperties = 0, maxProperties = Number.POSITIVE_INFINITY } = flat;
      const required = new Set(flat.required);
      const optional = Object.keys(properties).filter(
        (key) => !required.has(key) && !flat.without.has(key) && (flat.known?.has(key) ?? true),
      );
      // Few or many, and sometimes all.
      const share = depth > DEPTH ? 0 : pick([0, 20, 50, 100]);
      const chosen = optional.filter(() => draw(fc.nat(99)) < share);
      while (required.size + chosen.length < minProperties && chosen.length < optional.length) {
        chosen.push(pick(optional.filter((key) => !chosen.includes(key))));
      }
      const keys = [...required, ...chosen].slice(0, Math.max(required.size, maxProperties));
      const made = keys.map((key): [string, Json] => [key, make(properties[key] ?? {}, depth + 1)]);
      return Object.fromEntries([...made, ...others(flat, made.length, depth)]);
    }

    /** Keys that the schema does not name, where it says what they hold. */
    function others(flat: Flat, taken: number, depth: number): [string, Json][] {
      const { additionalProperties: held, minProperties = 0, maxProperties = 3 } = flat;
      if (typeof held !== "object") return [];
      const least = Math.max(0, minProperties - taken);
      const most = depth > DEPTH ? least : Math.max(least, Math.min(maxProperties - taken, 3));
      const count = least + draw(fc.nat(Math.max(0, most - least)));
      return Array.from({ length: count }, (_, index) => [
        `${draw(string({ minLength: 1, maxLength: 8, ...flat.propertyNames }))}${index}`,
        make(held, depth + 1),
      ]);
    }
  });
}
