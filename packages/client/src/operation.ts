import type { NotionVersion } from "@notional/openapi-types";
import type { Versions } from "./__generated__/versions.ts";
import type { Core } from "./core/create-core.ts";
import { List } from "./list.ts";

/** What the document says of an operation, as far as sending it needs. */
export interface Operation {
  readonly method: string;
  /** In pieces: text, then the name of a parameter, then text and so on: `["/v1/pages/", "page_id", "/markdown"]`. */
  readonly path: readonly string[];
  /** Which parameters are in the query, where there is a body. Without one, all that are not in the path. */
  readonly query?: readonly string[] | undefined;
  /** Nothing where there is none. */
  readonly body?: "json" | "form" | undefined;
  /** Whether sending it twice leaves what sending it once does. */
  readonly isRepeatable: boolean;
}

/** What does not follow from the method: GET and DELETE have no body, all others JSON. */
export interface OperationDetails {
  query?: readonly string[];
  body?: "json" | "form" | "none";
  /** A POST that changes nothing. */
  reads?: true;
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
export function operation<Id extends string>(
  method: string,
  path: string,
  details?: OperationDetails,
): OperationFunction<Id> {
  const described = describeOperation(method, path, details);
  const call: Untyped = (core, parameters = {}, options) => core.call(described, parameters, options);
  return call as unknown as OperationFunction<Id>;
}

/** Makes the function of an operation that answers page by page. */
export function listOperation<Id extends string>(
  method: string,
  path: string,
  details?: OperationDetails,
): OperationFunction<Id> {
  const described = describeOperation(method, path, { ...details, reads: true });
  const call: Untyped = (core, parameters, options) =>
    new List((start_cursor) =>
      core.call(described, start_cursor ? { ...parameters, start_cursor } : (parameters ?? {}), options),
    );
  return call as unknown as OperationFunction<Id>;
}

/**
 * Takes the path apart, once: doing it for every call would cost as much as a policy.
 *
 * @param path with the names of its parameters: `/v1/pages/{page_id}`
 */
export function describeOperation(
  method: string,
  path: string,
  { query, body, reads }: OperationDetails = {},
): Operation {
  const isBare = isRepeatableMethod(method);
  const kind = body ?? (isBare ? "none" : "json");
  return {
    method,
    path: path.split(/[{}]/),
    query,
    body: kind === "none" ? undefined : kind,
    isRepeatable: isBare || reads === true,
  };
}

/** Whether a method may be sent twice, whatever the operation. A DELETE may then answer that nothing is there. */
export function isRepeatableMethod(method: string): boolean {
  return method === "GET" || method === "DELETE";
}
