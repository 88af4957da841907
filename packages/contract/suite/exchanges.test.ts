import { bundledVersions, createChecker, loadBundle, type Operation } from "@notional/checker";
import { createClient, type NotionVersion } from "@notional/client";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { requestCases, responseCases } from "../src/cases.ts";
import { logExercised } from "../src/exchange-log.ts";
import { type RecordedExchange, recordingFetch } from "../src/recording-fetch.ts";
import { targets } from "../src/targets/index.ts";
import type { RunningTarget } from "../src/targets/target.ts";

/** The untyped face of the client: the suite calls what the bundle lists, not what it knows at compile time. */
type AnyRequest = (
  method: string,
  path: string,
  init: {
    params: { path: unknown; query: unknown };
    body?: unknown;
    headers?: Record<string, string>;
    parseAs?: "json" | "text";
  },
) => Promise<{ data?: unknown; error?: unknown; response: Response }>;

describe.each(targets)("$name", (target) => {
  let running: RunningTarget;
  beforeAll(async () => {
    running = await target.start();
  });
  afterAll(() => running.close());

  describe.each(bundledVersions())("%s", (version) => {
    const bundle = loadBundle(version);
    const checker = createChecker(bundle);

    async function call({ security }: Operation, ...args: Parameters<AnyRequest>) {
      const seen: RecordedExchange[] = [];
      const takesBasic = security?.some((schemes) => "basicAuth" in schemes);
      const client = createClient({
        auth: takesBasic ? running.credentials : running.token,
        version: version as NotionVersion,
        baseUrl: running.url,
        fetch: recordingFetch((exchange) => seen.push(exchange)),
        // Failures that are asked for come each time.
        retries: 0,
      });
      const result = await (client.request as unknown as AnyRequest)(...args);
      expect(seen).toHaveLength(1);
      return { ...result, exchange: seen[0] as RecordedExchange };
    }

    describe.each(checker.operations)("$operationId", (operation) => {
      const method = operation.method.toUpperCase();
      const requests = requestCases(bundle, operation);
      const responses = responseCases(bundle, operation);
      const log = (status: number) =>
        logExercised({ target: target.name, version, operationId: operation.operationId, status });

      test.each(requests)("accepts the request $name", async ({ path, query, body }) => {
        const { exchange, response } = await call(operation, method, operation.path, {
          params: { path, query },
          ...(body === undefined ? {} : { body }),
        });
        expect(checker.checkRequest(exchange.request)).toEqual([]);
        expect(exchange.request.headers["notion-version"]).toBe(version);
        expect(response.ok, JSON.stringify(exchange.response.body)).toBe(true);
        expect(response.headers.get("sl-violations")).toBeNull();
        expect(checker.checkResponse(operation, exchange.response)).toEqual([]);
        log(response.status);
      });

      test.each(responses)(
        "answers $status $name as documented",
        async ({ status, name, mediaType, value }) => {
          if (!running.askFor) return;
          const [request] = requests;
          const { exchange, data, error } = await call(operation, method, operation.path, {
            params: { path: request?.path, query: request?.query },
            ...(request?.body === undefined ? {} : { body: request.body }),
            headers: { ...running.askFor(status, name), accept: mediaType },
            parseAs: mediaType === "application/json" ? "json" : "text",
          });
          expect(exchange.response.status).toBe(status);
          expect(exchange.response.body).toEqual(value);
          expect(status < 300 ? data : error).toEqual(value);
          expect(checker.checkResponse(operation, exchange.response)).toEqual([]);
          log(status);
        },
      );
    });
  });
});
