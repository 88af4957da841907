import { createServer, sequentialIds } from "@notional/server";
import { expect, onTestFinished } from "vitest";
import type { Exchange } from "../../src/recordings/read.ts";
import { localServer } from "../../src/replay/against/local-server.ts";
import type { Replayed } from "../../src/replay/replay.ts";
import { replayAll } from "../../src/replay/replay-all.ts";
import type { Tape } from "../../src/replay/tapes.ts";

/** An exchange as a recording has it. */
export function exchange(
  method: string,
  path: string,
  answer: unknown,
  { body, status = 200, version = "2026-03-11" }: { body?: unknown; status?: number; version?: string } = {},
): Exchange {
  const url = new URL(path, "http://localhost");
  return {
    id: "made:tape#0",
    version,
    request: {
      method,
      path: url.pathname,
      query: [...url.searchParams],
      headers: {
        "notion-version": version,
        ...(body !== undefined && { "content-type": "application/json" }),
      },
      ...(body !== undefined && { body }),
    },
    response: { status, headers: {}, body: answer },
  };
}

export const tapeOf = (...exchanges: Exchange[]): Tape => ({ name: "made:tape", exchanges });

/** Sends a request to the server that is recorded, and gives its answer. */
// biome-ignore lint/suspicious/noExplicitAny: tests look into any answer
export type Call = (method: string, path: string, body?: unknown) => Promise<any>;

/** Records what a test asks of a local server: the server then says what is real. */
export async function record(ask: (call: Call) => Promise<void>, version = "2026-03-11"): Promise<Tape> {
  let time = Date.parse("2026-03-01T09:05:02.000Z");
  const connections = [{ name: "Recorder", tokens: ["recorded"] }];
  const server = await createServer({
    seed: { workspaces: [{ name: "Recorded", connections }] },
    clock: {
      now: () => {
        time += 1;
        return new Date(time);
      },
    },
    ids: sequentialIds(0xbeef),
  });
  onTestFinished(() => server.close());
  const exchanges: Exchange[] = [];
  await ask(async (method, path, body) => {
    const headers = { authorization: "Bearer recorded", "notion-version": version };
    const text = body === undefined ? {} : { body: JSON.stringify(body) };
    const request = new Request(`http://localhost${path}`, { method, headers, ...text });
    const response = await server.fetch(request);
    const answer = (await response.json()) as unknown;
    exchanges.push(exchange(method, path, answer, { body, status: response.status, version }));
    return answer;
  });
  return tapeOf(...exchanges);
}

/** Replays a tape against a server of its own; what that did not foresee fails the test. */
export async function replay(tape: Tape): Promise<Replayed[]> {
  const crashes: unknown[] = [];
  const { replayed } = await replayAll([tape], localServer, { onCrash: ({ error }) => crashes.push(error) });
  expect(crashes).toEqual([]);
  return replayed;
}
