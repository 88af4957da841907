import { expect, onTestFinished } from "vitest";
import { createServer, type Database, type Seed, type Server } from "../../src/index.ts";
import { openShared } from "../engines.ts";
import type { Called } from "../fixture.ts";
import { brokenInvariants } from "../invariants/index.ts";

/** Many callers at once. On PostgreSQL they are spread over several servers, on SQLite there is one. */
export interface Crowd {
  databases: Database[];
  /** Sends a request to the server whose turn it is. */
  call(method: string, path: string, body?: unknown): Promise<Called>;
  /** The same, for what may not be refused. */
  must(method: string, path: string, body?: unknown): Promise<Called["body"]>;
  /** One answer of each server, which all have to be the same. */
  read(path: string): Promise<Called["body"]>;
}

const SERVERS = 3;

/** Starts it; when the test is over, whatever it did must have left a database that does not contradict itself. */
export async function startCrowd(seed: Seed): Promise<Crowd> {
  const databases = await openShared(SERVERS);
  const servers: Server[] = [];
  const unforeseen: unknown[] = [];
  for (const database of databases) {
    const onError = (error: unknown) => unforeseen.push(error);
    servers.push(await createServer({ seed, database, settings: { strict: true }, onError }));
  }
  onTestFinished(async () => {
    const broken = await brokenInvariants(databases[0] as Database);
    for (const server of servers) await server.close();
    expect({ broken, unforeseen }).toEqual({ broken: [], unforeseen: [] });
  });
  let turn = 0;
  const next = (): Server => servers[turn++ % servers.length] as Server;
  const call: Crowd["call"] = (method, path, body) => send(next(), method, path, body);
  const answered = ({ status, body }: Called): Called["body"] => {
    if (status !== 200) throw new Error(JSON.stringify(body));
    return body;
  };
  return {
    databases,
    call,
    must: async (...request) => answered(await call(...request)),
    async read(path) {
      const bodies = [];
      for (const server of servers) {
        const { request_id: _, ...body } = answered(await send(server, "GET", path));
        bodies.push(body);
      }
      for (const body of bodies) expect(body).toEqual(bodies[0]);
      return bodies[0];
    },
  };
}

async function send(server: Server, method: string, path: string, body?: unknown): Promise<Called> {
  const headers = { authorization: "Bearer ntn_local_dev", "notion-version": "2026-03-11" };
  const request = new Request(`http://localhost${path}`, {
    method,
    headers,
    ...(body !== undefined && { body: JSON.stringify(body) }),
  });
  const response = await server.fetch(request);
  return { status: response.status, headers: response.headers, body: await response.json() };
}

/** Runs what a number of callers do at the same time. */
export const atOnce = <Result>(times: number, one: (index: number) => Promise<Result>): Promise<Result[]> =>
  Promise.all(Array.from({ length: times }, (_, index) => one(index)));
