import { bundledVersions } from "@notional/checker";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { requestCases, responseCases } from "../src/cases.ts";
import { checkerOf } from "../src/checkers.ts";
import { logExchange } from "../src/exchange-log.ts";
import type { RecordedExchange } from "../src/recording-fetch.ts";
import { call } from "../src/run/call.ts";
import { explain } from "../src/run/explain.ts";
import { missingHeaders } from "../src/run/headers.ts";
import { judge } from "../src/run/judge.ts";
import { targets } from "../src/targets/index.ts";
import type { RunningTarget } from "../src/targets/target.ts";
import { running } from "./running.ts";

describe.each(targets)("$name", (target) => {
  const { askFor } = target;
  let started: RunningTarget;
  beforeAll(async () => {
    started = await running(target);
  });
  afterAll(() => started.close());

  describe.each(bundledVersions())("%s", (version) => {
    const checker = checkerOf(version);
    const { bundle, operations } = checker;

    describe.each(operations)("$operationId", (operation) => {
      const requests = requestCases(bundle, operation);
      const [first] = requests;
      if (!first) throw new Error(`${operation.operationId} has no request to send.`);
      const responses = responseCases(bundle, operation);
      const log = (exchange: RecordedExchange) =>
        logExchange({ target: target.name, version, operationId: operation.operationId }, exchange);

      test.each(requests)("$name is accepted and answered as documented", async (request) => {
        const outcome = await judge(started, version, checker, operation, request);
        const bodies = {
          request: outcome.exchange.request.body,
          response: outcome.exchange.response.body,
        };
        if (outcome.problems.length > 0) expect.fail(explain(outcome.problems, bodies));
        if (!outcome.lacking) log(outcome.exchange);
      });

      if (askFor) {
        test.each(responses)(
          "answers $status $name as documented",
          async ({ status, name, mediaType, value }) => {
            const { exchange, data, error } = await call(started, version, operation, first, {
              ...askFor(status, name),
              accept: mediaType,
            });
            expect(exchange.response.status).toBe(status);
            expect(exchange.response.body).toEqual(value);
            expect(status < 300 ? data : error).toEqual(value);
            expect(checker.checkResponse(operation, exchange.response)).toEqual([]);
            expect(missingHeaders(operation, exchange.response)).toEqual([]);
            log(exchange);
          },
        );
      }
    });
  });
});
