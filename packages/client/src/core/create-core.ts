import type { LatestVersion, NotionVersion } from "@notional/openapi-types";
import { latestVersion } from "@notional/openapi-types/versions";
import { systemClock } from "../clock.ts";
import type { MethodOptions, Operation } from "../operation.ts";
import {
  type ClientOptions,
  checkAuth,
  checkBaseUrl,
  checkNumber,
  checkPace,
  checkVersion,
  type VersionOption,
} from "../options.ts";
import { createPacer, defaultPace } from "../policies/pacer.ts";
import { readData } from "./answer.ts";
import { buildRequest } from "./request.ts";
import { type Policies, send } from "./send.ts";

/** What all calls of a client go through. It has no operations; they are functions that take it. */
export interface Core<Version extends NotionVersion = NotionVersion> {
  /** The version that is sent and that the types are of. */
  readonly version: Version;
  /** Where the API is, without a slash at its end. */
  readonly baseUrl: string;
  /**
   * Calls an operation.
   *
   * @param parameters all in one object
   * @throws {NotionError} when it fails; the reason of the signal when that ends it
   */
  call(operation: Operation, parameters: object, options?: MethodOptions): Promise<unknown>;
  /**
   * Sends a request as the policies say, and gives its answer unread.
   *
   * @param request its `Authorization` wins over that of the client
   * @param isRepeatable whether sending it twice leaves what sending it once does
   * @returns the answer, whatever its status; its body is no longer under the timeout
   * @throws what `fetch` throws
   */
  fetch(request: Request, isRepeatable: boolean): Promise<Response>;
}

/**
 * A client without methods, for the functions of `@notional/client/operations`: a bundle then has no more of the
 * client than it uses.
 *
 * @throws {TypeError} when an option cannot be right
 *
 * @example
 * const notion = createCore({ auth: "ntn_…" });
 * const page = await getPage(notion, { page_id });
 */
export function createCore<const Version extends NotionVersion = LatestVersion>(
  options: ClientOptions & VersionOption<Version>,
): Core<Version> {
  const auth = checkAuth(options?.auth);
  const version = checkVersion(options.version ?? latestVersion) as Version;
  const baseUrl = checkBaseUrl(options.baseUrl ?? "https://api.notion.com");
  const clock = options.clock ?? systemClock;
  const policies: Policies = {
    authorize: auth,
    version,
    timeout: checkNumber("timeout", options.timeout ?? 60_000, 1),
    retries: checkNumber("retries", options.retries ?? 3, 0),
    random: options.random ?? Math.random,
    pacer: options.pace === false ? undefined : createPacer(checkPace(options.pace ?? defaultPace), clock),
    hooks: options.hooks,
    clock,
  };
  const { fetch: given } = options;
  return {
    version,
    baseUrl,
    async call(operation, parameters, { signal, timeout, headers } = {}) {
      const { method, isRepeatable } = operation;
      const { url, body } = buildRequest(baseUrl, operation, parameters);
      const answer = await send(
        {
          method,
          url,
          headers: {
            ...(headers && Object.fromEntries(new Headers(headers))),
            ...(typeof body === "string" && { "content-type": "application/json" }),
          },
          isRepeatable,
          timeout,
          signal,
          isRead: true,
          attempt(headers, signal) {
            const init = { method, headers, signal, body: body ?? null };
            // The global `fetch` is spared a `Request` that it would take apart again.
            return given ? given(new Request(url, init)) : fetch(url, init);
          },
        },
        policies,
      );
      return readData(answer, clock);
    },
    async fetch(request, isRepeatable) {
      const { response } = await send(
        {
          method: request.method,
          url: request.url,
          headers: Object.fromEntries(request.headers),
          isRepeatable,
          signal: request.signal,
          isRead: false,
          attempt(headers, signal) {
            const init = { headers, signal: AbortSignal.any([request.signal, signal]) };
            return (given ?? fetch)(new Request(request.clone(), init));
          },
        },
        policies,
      );
      return response;
    },
  };
}
