import type { OpenAPI3 } from "openapi-typescript";

/** As much of a schema as is asked for here. */
export interface Schema {
  $ref?: string;
  type?: string | string[];
  format?: string;
  const?: unknown;
  enum?: unknown[];
  properties?: Record<string, Schema>;
  allOf?: Schema[];
  oneOf?: Schema[];
  anyOf?: Schema[];
}

/** What `$ref` leads to, or the thing itself. */
export function resolve<Thing extends object>(document: OpenAPI3, thing: Thing): Thing {
  if (!("$ref" in thing) || typeof thing.$ref !== "string") return thing;
  const keys = thing.$ref.replace("#/", "").split("/");
  let found: unknown = document;
  for (const key of keys) {
    found = (found as Record<string, unknown>)?.[key.replaceAll("~1", "/").replaceAll("~0", "~")];
  }
  if (typeof found !== "object" || found === null) throw new Error(`${thing.$ref} leads nowhere.`);
  return resolve(document, found as Thing);
}

/** The schema, and all those that it is made of or a union of. */
export function membersOf(document: OpenAPI3, schema: Schema): Schema[] {
  const { allOf = [], oneOf = [], anyOf = [], ...own } = resolve(document, schema);
  return [own, ...[...allOf, ...oneOf, ...anyOf].flatMap((member) => membersOf(document, member))];
}

/** The names of the properties that a value of this schema may have. */
export function propertiesOf(document: OpenAPI3, schema: Schema): Map<string, Schema> {
  return new Map(membersOf(document, schema).flatMap(({ properties = {} }) => Object.entries(properties)));
}

/** `Page` for a reference to the schema of that name. */
export function nameOf(schema: Schema | undefined): string | undefined {
  return schema?.$ref?.split("/").at(-1);
}
