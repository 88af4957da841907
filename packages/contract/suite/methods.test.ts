import { bundledVersions, type Operation } from "@notional/checker";
import type { NotionVersion } from "@notional/client";
import * as operations from "@notional/client/operations";
import { describe, expect, inject, test } from "vitest";
import { type RequestCase, requestCases } from "../src/cases.ts";
import { checkerOf } from "../src/checkers.ts";
import { type RecordedExchange, recordingFetch } from "../src/recording-fetch.ts";

/** The untyped face of the client's functions: the suite calls what the bundle lists. */
const functions = operations as unknown as Record<
  string,
  (core: operations.Core, parameters: object) => Promise<unknown>
>;

/** All parameters in one object, as the functions take them. */
function flatten({ path, query, body = {} }: RequestCase): object {
  const fields = body instanceof FormData ? Object.fromEntries(body) : (body as object);
  return { ...path, ...query, ...fields };
}

// The mock takes every example. The server keeps a state, which the examples are not in the order of; the client's
// own tests tell it stories instead.
describe("mock", () => {
  const { url, token, credentials } = inject("mock");

  describe.each(bundledVersions())("%s", (version) => {
    const checker = checkerOf(version);
    const { bundle } = checker;

    function coreFor({ security }: Operation, seen: RecordedExchange[]) {
      const takesBasic = security?.some((schemes) => "basicAuth" in schemes);
      return operations.createCore({
        auth: takesBasic ? credentials : token,
        version: version as NotionVersion,
        baseUrl: url,
        fetch: recordingFetch((exchange) => seen.push(exchange)),
        retries: 0,
      });
    }

    describe.each(checker.operations)("$operationId", (operation) => {
      test.each(requestCases(bundle, operation))("sends the request $name", async (request) => {
        const seen: RecordedExchange[] = [];
        const data = await functions[operation.operationId]?.(coreFor(operation, seen), flatten(request));
        expect(seen).toHaveLength(1);
        const [exchange] = seen as [RecordedExchange];
        expect(checker.operationOf(exchange.request)?.operationId).toBe(operation.operationId);
        expect(checker.checkRequest(exchange.request)).toEqual([]);
        if (!(request.body instanceof FormData)) expect(exchange.request.body).toEqual(request.body);
        expect(checker.checkResponse(operation, exchange.response)).toEqual([]);
        expect(data).toEqual(exchange.response.body);
      });
    });
  });
});
