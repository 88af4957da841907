import type { OperationId, Operations, RequestBody, Response } from "@notional/openapi-types";
import type { unwritten } from "./endpoints.ts";

/** What our newest version answers to an endpoint. */
export type Answer<Id extends OperationId | UnwrittenId> = Id extends OperationId ? Answered<Id> : Unwritten;

/** What our newest version takes for an endpoint: path, query and body in one object, as the SDK's methods take it. */
export type Asked<Id extends OperationId | UnwrittenId> = Id extends OperationId
  ? Part<Id, "path"> & Part<Id, "query"> & Body<Id>
  : Unwritten;

/** Does not compile unless every value of the first type is one of the second. */
export declare function fits<From extends To, To>(): void;

/** A union as one object, whose fields are in some members or have a value of any. The SDK writes them like that. */
export type Flat<Union> = { [Key in Exclude<keyof Union, Optional<Union>>]: Union[Key] } & {
  [Key in Optional<Union> | Exclude<AnyKey<Union>, keyof Union>]?: ValueAt<Union, Key>;
};

/** A list whose results are a union, as the list of `Flat` results. */
export type FlatResults<List> = List extends { results: (infer Item)[] }
  ? Omit<List, "results"> & { results: Flat<Item>[] }
  : List;

type AnyKey<Union> = Union extends unknown ? keyof Union : never;

type ValueAt<Union, Key> = Union extends unknown ? Union[Key & keyof Union] : never;

type Optional<Union> = Union extends unknown
  ? { [Key in keyof Union]-?: Record<never, never> extends Pick<Union, Key> ? Key : never }[keyof Union]
  : never;

type UnwrittenId = (typeof unwritten)[number];

/** An endpoint of the list `unwritten`. It fits everything. */
// biome-ignore lint/suspicious/noExplicitAny: it has to fit everything.
type Unwritten = any;

/** The SDK has no type for the 202 that some endpoints may answer with instead of 200. */
type Answered<Id extends OperationId> = [Response<Id>] extends [never] ? Response<Id, 202> : Response<Id>;

type Part<Id extends OperationId, In extends "path" | "query"> = Operations[Id]["parameters"] extends {
  [Key in In]?: infer Values;
}
  ? Present<Values>
  : unknown;

/** `path?: never` is how an operation without path parameters is printed. */
type Present<Values> = [NonNullable<Values>] extends [never] ? unknown : NonNullable<Values>;

type Body<Id extends OperationId> = [RequestBody<Id>] extends [never] ? Form<Id> : RequestBody<Id>;

type Form<Id extends OperationId> = Operations[Id] extends {
  requestBody: { content: { "multipart/form-data": infer Parts } };
}
  ? Parts
  : unknown;
