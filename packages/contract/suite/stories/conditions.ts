import { type Bundle, deref, type Schema } from "@notional/checker";

/** Values that conditions compare with, by the key whose condition it is; those of `other` where a key has none. */
export type Compared = Record<string, string[]> & { other: string[] };

/**
 * Every condition that a schema of filters allows: each operator, with each constant and each kind of value that it takes.
 *
 * @param compared texts and ids to compare with, of which the schema takes one
 * @param key whose condition the schema is
 */
export function conditionsOf(bundle: Bundle, schema: Schema, compared: Compared, key: string): unknown[] {
  const own = deref(bundle, schema);
  const within = (inner: unknown, name = key) => conditionsOf(bundle, inner as Schema, compared, name);
  if ("const" in own) return [own.const];
  if (own.enum) return own.enum as unknown[];
  if (own.oneOf) return (own.oneOf as Schema[]).flatMap((member) => within(member));
  switch (own.type) {
    case "object": {
      const operators = Object.entries((own.properties ?? {}) as Record<string, Schema>);
      if (operators.length === 0) return [{}];
      return operators.flatMap(([name, inner]) =>
        within(inner, name in compared ? name : key).map((value) => ({ [name]: value })),
      );
    }
    case "array":
      return [within(own.items)];
    case "boolean":
      return [true, false];
    case "number":
      return [4.5];
    default: {
      const pattern = new RegExp((own.pattern as string | undefined) ?? "");
      const fitting = [...(compared[key] ?? []), ...compared.other].find((text) => pattern.test(text));
      if (fitting === undefined) throw new Error(`Nothing to compare ${key} with is like ${pattern}.`);
      return [fitting];
    }
  }
}

/** What a property or a timestamp may be filtered by: the key in the filter, and the schema of its condition. */
export function filterKeys(bundle: Bundle, union: string): [key: string, condition: Schema][] {
  const { oneOf } = deref<Schema>(bundle, { $ref: `#/components/schemas/${union}` }) as { oneOf: Schema[] };
  return oneOf.map((member) => {
    const { properties, required } = deref(bundle, member) as {
      properties: Record<string, Schema>;
      required: string[];
    };
    const key = required.find((name) => name !== "property" && name !== "timestamp") ?? "";
    return [key, properties[key] ?? {}];
  });
}
