import type { LatestVersion, NotionVersion, Paths } from "@notional/openapi-types";
import type { Middleware } from "openapi-fetch";
import type { Versions } from "./__generated__/versions.ts";
import type { Core } from "./core/create-core.ts";

// openapi-fetch has types of its own, and its code runs below these. They are not used because they accept any
// unknown key beside the known ones (openapi-typescript #1769), and because they rebuild every response field by
// field (`Readable<…>`), which loses the names: an editor shows a page as all its fields, and checking is slow.

/** The HTTP methods of the API. */
export type Method = "get" | "post" | "patch" | "put" | "delete";

/** The paths of a version that have a method. */
export type PathWith<Version extends NotionVersion, M extends Method> = {
  [Path in keyof Paths<Version>]: Paths<Version>[Path] extends { [K in M]: unknown } ? Path : never;
}[keyof Paths<Version>];

/** The operation behind a path and a method. */
export type OperationAt<
  Version extends NotionVersion,
  Path extends keyof Paths<Version>,
  M extends Method,
> = Paths<Version>[Path] extends { [K in M]: infer Operation } ? Operation : never;

/** What `fetch` takes, without what the client decides. */
export interface RequestOptions extends Omit<RequestInit, "body" | "headers" | "method"> {
  /** More headers. `Notion-Version` is not among them: the client sends the one that the types are of. */
  headers?: { [name: string]: string } & { "Notion-Version"?: never; "notion-version"?: never };
}

/** The second argument of a call: `params`, `body` and what `fetch` takes. */
export type CallOptions<Params, Body> = ParamsOption<Params> & BodyOption<Body> & RequestOptions;

type ParamsOption<Params> = Nothing extends Params ? { params?: Params } : { params: Params };

type BodyOption<Body> = [Body] extends [undefined]
  ? unknown
  : undefined extends Body
    ? { body?: Body }
    : { body: Body };

/** `Nothing extends T` asks whether all fields of `T` are optional. */
type Nothing = Record<never, never>;

/** The parameters of an operation in `path` and `query`. */
export type ParamsOf<Operation> = Operation extends { parameters: infer Parameters }
  ? {
      [In in keyof Parameters as [Parameters[In]] extends [undefined]
        ? never
        : Exclude<In, "header">]: Parameters[In];
    } & HeadersOf<Parameters>
  : unknown;

/** The headers of an operation without `Notion-Version`: the client sends that one itself. */
type HeadersOf<Parameters> = Parameters extends { header: infer Header }
  ? Exclude<keyof Header, "Notion-Version"> extends never
    ? unknown
    : { header?: Omit<Header, "Notion-Version"> }
  : unknown;

/** What an operation takes as body. */
export type BodyOf<Operation> = Operation extends { requestBody: infer Request }
  ? ContentOf<Request>
  : Operation extends { requestBody?: infer Request }
    ? ContentOf<Request> | undefined
    : undefined;

/** JSON, or a form where the operation takes a file. */
type ContentOf<Request> = Request extends { content: infer Content }
  ? Content extends { "application/json": infer Json }
    ? Json
    : FormData
  : undefined;

/** The statuses that the API uses for success. */
type Success = 200 | 201 | 202 | 204;

type JsonOf<Response> = Response extends { content: { "application/json": infer Json } } ? Json : undefined;

/** What an operation answers with when all is well. */
export type DataOf<Operation> = Operation extends { responses: infer Responses }
  ? JsonOf<Responses[keyof Responses & Success]>
  : never;

/** What an operation answers with when it fails. */
export type ErrorOf<Operation> = Operation extends { responses: infer Responses }
  ? JsonOf<Responses[Exclude<keyof Responses, Success>]>
  : never;

/**
 * What a call resolves to: `data` or `error`, and the response in any case. A call rejects only when there is no
 * response at all. A gateway in front of Notion may answer with HTML; `error` is a string then.
 */
export type Result<Data, Failure> =
  | { data: Data; error?: never; response: Response }
  | { data?: never; error: Failure; response: Response };

type Arguments<Options> = Nothing extends Options ? [options?: Options] : [options: Options];

type ArgumentsOf<Operation> = Arguments<CallOptions<ParamsOf<Operation>, BodyOf<Operation>>>;

type Call<Version extends NotionVersion, M extends Method> = <Path extends PathWith<Version, M>>(
  path: Path,
  ...options: ArgumentsOf<OperationAt<Version, Path, M>>
) => Promise<Result<DataOf<OperationAt<Version, Path, M>>, ErrorOf<OperationAt<Version, Path, M>>>>;

/** The API of one `Notion-Version`: a method for every operation in its group, and the {@link LowLevel} below. */
export type NotionClient<Version extends NotionVersion = LatestVersion> = Versions[Version]["methods"] &
  LowLevel<Version> &
  Core<Version>;

/** A method per HTTP method, a path per operation. */
export interface LowLevel<Version extends NotionVersion = LatestVersion> {
  /** Reads: `await notion.GET("/v1/pages/{page_id}", { params: { path: { page_id } } })`. */
  readonly GET: Call<Version, "get">;
  /** Creates and queries: `await notion.POST("/v1/search", { body: { query } })`. */
  readonly POST: Call<Version, "post">;
  /** Changes: `await notion.PATCH("/v1/pages/{page_id}", { params: { path: { page_id } }, body })`. */
  readonly PATCH: Call<Version, "patch">;
  /** Replaces. */
  readonly PUT: Call<Version, "put">;
  /** Deletes: `await notion.DELETE("/v1/blocks/{block_id}", { params: { path: { block_id } } })`. */
  readonly DELETE: Call<Version, "delete">;
  /** Any of the above: `await notion.request("get", "/v1/users/me")`. */
  request<M extends Method, Path extends PathWith<Version, M>>(
    method: M,
    path: Path,
    ...options: ArgumentsOf<OperationAt<Version, Path, M>>
  ): Promise<Result<DataOf<OperationAt<Version, Path, M>>, ErrorOf<OperationAt<Version, Path, M>>>>;
  /** Adds openapi-fetch middleware, which sees what goes through these methods. `hooks` see all. */
  use(...middleware: Middleware[]): void;
  /** Removes middleware. */
  eject(...middleware: Middleware[]): void;
}
