import type { Schema } from "@notional/openapi-types";
import type { Context } from "../../../context.ts";
import type { PageDocument, StoredProperty, StoredValue } from "../../../store/documents.ts";
import type { Node } from "../../../store/tables.ts";
import type { References } from "../../references.ts";
import type { computeProperties } from "../computed/index.ts";
import type { StoredOption } from "../schema/options.ts";

type Request = Exclude<Schema<"PropertyValueRequest">, readonly unknown[]>;

/** What stands under the type in a request. */
export type RequestOf<Type extends string> = Extract<Request, { [Key in Type]: unknown }>[Type &
  keyof Extract<Request, { [Key in Type]: unknown }>];

/** What is kept under the type. */
export type StoredOf<Type extends StoredValue["type"]> = Extract<StoredValue, { type: Type }>[Type &
  keyof Extract<StoredValue, { type: Type }>];

/** What reading a value of a request needs. */
export interface Reading {
  property: StoredProperty;
  /** Where the value stands, for messages: `body.properties.Due`. */
  path: string;
  context: Context;
  /** Puts a new option into the schema. */
  addOption(option: StoredOption): void;
}

/** A page with what its values look up. */
export interface ValuesOf {
  node: Node;
  document: PageDocument;
  /** What relations point at, by property id. */
  related: ReadonlyMap<string, readonly string[]>;
  /** Rollups and formulas, by property id. */
  computed: ComputedValues;
  references: References;
  context: Context;
}
export type ComputedValues = NonNullable<ReturnType<Awaited<ReturnType<typeof computeProperties>>["get"]>>;

/** What rendering a value needs. */
export interface Rendering extends ValuesOf {
  property: StoredProperty;
  /** How many references a value may show; all when left out. */
  limit?: number;
}

/** How the values of a type that can be written come in and go out. */
export interface ValueType<Type extends StoredValue["type"]> {
  /** @throws ApiError validation_error, object_not_found */
  read(request: RequestOf<Type>, reading: Reading): StoredOf<Type> | Promise<StoredOf<Type>>;
  /** @param stored Undefined for a value that was never written. */
  render(stored: StoredOf<Type> | undefined, rendering: Rendering): unknown;
}
