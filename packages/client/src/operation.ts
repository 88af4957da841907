import type { NotionVersion } from "@notional/openapi-types";
import type { Versions } from "./__generated__/versions.ts";
import type { Core } from "./core/create-core.ts";
import { List } from "./list.ts";

/** What the document says of an operation, as far as sending it needs. */
export interface Operation {
  readonly method: string;
  /** With the names of its parameters: `/v1/pages/{page_id}`. */
  readonly path: string;
  /** Which parameters are in the query, where there is a body. Without one, all that are not in the path. */
  readonly query?: readonly string[];
  readonly body?: "json" | "form";
  /** Whether a POST may be sent twice. Other methods say it themselves. */
  readonly repeatable?: true;
}

/** What can be said for one call. */
export interface MethodOptions {
  /** Ends the call; it rejects with the reason of the signal. */
  signal?: AbortSignal | undefined;
  /** How long an attempt may take, in milliseconds, instead of what the client says. */
  timeout?: number | undefined;
  /** More headers. */
  headers?: Record<string, string> | undefined;
}

/** The operations that a version has, by operationId. */
export type Calls<Version extends NotionVersion> = Versions[Version]["calls"];

/** The versions that have an operation. */
export type VersionsWith<Id extends string> = {
  [Version in NotionVersion]: Id extends keyof Calls<Version> ? Version : never;
}[NotionVersion];

/** The call of an operation in a version, as `notion.pages.get` has it. */
export type Call<Version extends NotionVersion, Id extends string> = Id extends keyof Calls<Version>
  ? Extract<Calls<Version>[Id], (...args: never) => unknown>
  : never;

/** An operation as a function, whose first argument is a client of any version that has it. */
export type OperationFunction<Id extends string> = <Version extends VersionsWith<Id>>(
  core: Core<Version>,
  ...args: Parameters<Call<Version, Id>>
) => ReturnType<Call<Version, Id>>;

type Untyped = (core: Core, parameters?: object, options?: MethodOptions) => unknown;

/** Makes the function of an operation. */
export function operation<Id extends string>(description: Operation): OperationFunction<Id> {
  const call: Untyped = (core, parameters = {}, options) => core.call(description, parameters, options);
  return call as unknown as OperationFunction<Id>;
}

/** Makes the function of an operation that answers page by page. */
export function listOperation<Id extends string>(description: Operation): OperationFunction<Id> {
  const call: Untyped = (core, parameters = {}, options) =>
    new List((cursor) =>
      core.call(
        description,
        cursor === undefined ? parameters : { ...parameters, start_cursor: cursor },
        options,
      ),
    );
  return call as unknown as OperationFunction<Id>;
}
