import { type Bundle, deref, type Schema } from "@notional/checker";

/** Where a property is: names, with `[]` for an item of a list and `*` for a value of a map. */
export type PropertyPath = string[];

/**
 * The schemas that a bundle has for a property of any of the given schemas, in whichever member of a union.
 *
 * @param bundle the bundle that `$ref`s are of
 * @param schemas alternatives
 * @param step the name of a property, `[]` or `*`
 * @returns none when nothing declares it
 */
export function schemasAt(bundle: Bundle, schemas: Schema[], step: string): Schema[] {
  const found: Schema[] = [];
  for (const schema of alternatives(bundle, schemas)) {
    if (step === "[]") found.push(...objects(schema.items));
    else if (step === "*") found.push(...objects(schema.additionalProperties));
    else {
      found.push(...objects((schema.properties as Record<string, unknown> | undefined)?.[step]));
    }
  }
  return found;
}

/** The names of the properties that any of the schemas declares. */
export function propertyNames(bundle: Bundle, schemas: Schema[]): Set<string> {
  return new Set(alternatives(bundle, schemas).flatMap((schema) => Object.keys(Object(schema.properties))));
}

/** The schemas themselves, and everything that they are made of or may be: `$ref`, `allOf`, `oneOf`, `anyOf`. */
function alternatives(bundle: Bundle, schemas: Schema[]): Schema[] {
  const seen = new Set<Schema>();
  const visit = (given: Schema) => {
    const schema = deref(bundle, given);
    if (seen.has(schema)) return;
    seen.add(schema);
    for (const keyword of ["allOf", "oneOf", "anyOf"]) {
      if (Array.isArray(schema[keyword])) for (const member of schema[keyword]) visit(member as Schema);
    }
  };
  for (const schema of schemas) visit(schema);
  return [...seen];
}

function objects(schema: unknown): Schema[] {
  return typeof schema === "object" && schema !== null ? [schema as Schema] : [];
}
