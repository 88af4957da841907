import type { OperationId, Operations, RequestBody, Response } from "@notional/openapi-types";

/** What our newest version answers to an endpoint. */
export type Answer<Id extends string> = Id extends OperationId ? Answered<Id> : Unwritten;

/** What our newest version takes for an endpoint: path, query and body in one object, as the SDK's methods take it. */
export type Asked<Id extends string> = Id extends OperationId
  ? Part<Id, "path"> & Part<Id, "query"> & Body<Id>
  : Unwritten;

/** Does not compile unless every value of the first type is one of the second. */
export declare function fits<From extends To, To>(): void;

/** An endpoint of the list `unwritten` in `endpoints.test.ts`. It fits everything. */
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

type Body<Id extends OperationId> = [RequestBody<Id>] extends [never] ? unknown : RequestBody<Id>;
