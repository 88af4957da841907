import type { Checker, Operation } from "@notional/checker";
import { expect } from "vitest";
import type { RequestCase } from "../../src/cases.ts";
import { checkerOf } from "../../src/checkers.ts";
import { logExchange } from "../../src/exchange-log.ts";
import { call } from "../../src/run/call.ts";
import { explain } from "../../src/run/explain.ts";
import { findings } from "../../src/run/findings.ts";
import { server } from "../../src/targets/server/index.ts";

/** What goes into a request, each part where it is needed. */
export type Asked = Partial<Pick<RequestCase, "path" | "query" | "body">>;

/** JSON whose shape the document tells, and each exchange is held to it. */
// biome-ignore lint/suspicious/noExplicitAny: operations are named by the stories, not known to the compiler
export type Answer = any;

/** One story told to the local server in one version: requests that build on each other. */
export interface Story {
  version: string;
  checker: Checker;
  /** Sends a request that is to succeed. Both sides are held to the document, and the exchange counts. */
  ask(operationId: string, asked?: Asked): Promise<Answer>;
  /** Sends a request that fits the document and that the API refuses all the same. */
  refused(operationId: string, asked?: Asked): Promise<Answer>;
}

/** Starts the local server with a fresh sample workspace, tells it a story, and stops it. */
export async function tell(version: string, story: (story: Story) => Promise<void>): Promise<void> {
  const checker = checkerOf(version);
  const running = await server.start();
  const send = async (operationId: string, { path = {}, query = {}, body }: Asked, status: number) => {
    const operation = operationOf(checker, operationId);
    const { exchange } = await call(running, version, operation, { name: "", path, query, body });
    const bodies = { request: exchange.request.body, response: exchange.response.body };
    expect(exchange.response.status, JSON.stringify(bodies)).toBe(status);
    const found = findings(checker, operation, version, exchange);
    if (found.length > 0) expect.fail(`${operationId}: ${explain(found, bodies)}`);
    logExchange({ target: server.name, version, operationId }, exchange);
    return exchange.response.body;
  };
  try {
    await story({
      version,
      checker,
      ask: (operationId, asked = {}) => send(operationId, asked, 200),
      refused: (operationId, asked = {}) => send(operationId, asked, 400),
    });
  } finally {
    await running.close();
  }
}

function operationOf({ operations, bundle }: Checker, operationId: string): Operation {
  const operation = operations.find((other) => other.operationId === operationId);
  if (!operation) throw new Error(`${bundle.info.version} has no operation ${operationId}.`);
  return operation;
}
