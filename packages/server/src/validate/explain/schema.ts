/** The part of JSON Schema that the document uses in requests. */
export interface SchemaObject {
  $ref?: string;
  type?: string | string[];
  const?: unknown;
  enum?: unknown[];
  pattern?: string;
  format?: string;
  "x-notion-expected"?: string;
  minLength?: number;
  maxLength?: number;
  minimum?: number;
  maximum?: number;
  exclusiveMinimum?: number;
  exclusiveMaximum?: number;
  items?: Schema;
  minItems?: number;
  maxItems?: number;
  properties?: Record<string, Schema>;
  required?: string[];
  additionalProperties?: Schema;
  unevaluatedProperties?: Schema;
  propertyNames?: Schema;
  minProperties?: number;
  maxProperties?: number;
  dependentRequired?: Record<string, string[]>;
  dependentSchemas?: Record<string, Schema>;
  allOf?: Schema[];
  anyOf?: Schema[];
  oneOf?: Schema[];
  not?: Schema;
  if?: Schema;
  then?: Schema;
  else?: Schema;
}

export type Schema = SchemaObject | boolean;

/** Where in a request a schema meets a value. */
export interface Place {
  readonly path: readonly (string | number)[];
  /** Whether the value may be left out. */
  readonly optional: boolean;
  /** The schemas of the document by name. */
  readonly schemas: Readonly<Record<string, Schema>>;
}

/** The place of a member or an item. */
export const below = (place: Place, key: string | number, optional = false): Place => ({
  ...place,
  path: [...place.path, key],
  optional,
});

const SCHEMAS = "#/components/schemas/";

/**
 * The schema that a reference leads to.
 *
 * @throws {Error} when there is none
 */
export function referred(ref: string, { schemas }: Place): Schema {
  const schema = schemas[ref.slice(SCHEMAS.length)];
  if (schema === undefined) throw new Error(`${ref} is not in the document.`);
  return schema;
}

/** Whether a value is an object in the sense of JSON. */
export const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null && !Array.isArray(value);
