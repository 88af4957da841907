import { type Found, objectsOf } from "./kinds.ts";

export const mutations = [
  "required field dropped",
  "type changed",
  "unknown field",
  "unknown constant",
] as const;

/** A recorded body with one mistake in it. */
export interface Mutant {
  mutation: (typeof mutations)[number];
  /** The kind of the object that the mistake is in. */
  kind: string;
  /** The field that was touched; empty where one was added. */
  field: string;
  /** Makes the body. */
  body(): unknown;
}

/** Keys whose value is one of a list. */
const constants =
  /^(type|object|color|format|function|language|status|timestamp|direction|state|code|category|result_type|mode)$/;

/**
 * The mutants of a body, one mistake in each.
 *
 * @param body a parsed JSON body
 * @param root what to call the body where it has no tag
 * @param isRequired whether the API always sends, or asks for, a field of an object
 */
export function* mutantsOf(
  body: unknown,
  root: string,
  isRequired: (object: Found, field: string) => boolean,
): Generator<Mutant> {
  for (const object of objectsOf(body, root)) {
    const { value, kind, path, isMap } = object;
    const change = (touch: (copy: Record<string, unknown>) => void) => (): unknown => {
      const [copy, steps] = alone(body, path);
      touch(steps.reduce<unknown>((at, step) => Object(at)[step], copy) as Record<string, unknown>);
      return copy;
    };
    if (!isMap) {
      yield { mutation: "unknown field", kind, field: "", body: change((copy) => (copy.no_such_field = 1)) };
    }
    for (const [name, before] of Object.entries(value)) {
      // The name of a map's field is a user's. All of them are the same field here.
      const field = isMap ? "*" : name;
      const mutant = (mutation: Mutant["mutation"], touch: (copy: Record<string, unknown>) => void) => ({
        mutation,
        kind,
        field,
        body: change(touch),
      });
      if (!isMap && isRequired(object, name))
        yield mutant("required field dropped", (copy) => delete copy[name]);
      yield mutant("type changed", (copy) => (copy[name] = ofAnotherType(before)));
      if (!isMap && typeof before === "string" && constants.test(name)) {
        yield mutant("unknown constant", (copy) => (copy[name] = "no_such_constant"));
      }
    }
  }
}

/** A copy of a body and the path in it. Of a long list it has the one result on the path, because that is quicker. */
function alone(body: unknown, path: Found["path"]): [copy: unknown, path: Found["path"]] {
  const [list, index, ...steps] = path;
  const { results, ...rest } = Object(body) as { results?: unknown[] };
  if (list !== "results" || typeof index !== "number" || !results) return [structuredClone(body), path];
  return [structuredClone({ ...rest, results: [results[index]] }), [list, 0, ...steps]];
}

function ofAnotherType(value: unknown): unknown {
  if (typeof value === "string") return 12345;
  // What may be null may also be a number or a string, but not this.
  return Array.isArray(value) || value === null ? { no_such_field: 1 } : "no such type";
}
