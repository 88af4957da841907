import { fork } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { createClient } from "@notional/client";
import { Client } from "@notionhq/client";
import { HEADERS } from "../command.ts";
import type { Measurement } from "../table.ts";

// Many short rounds: what else the machine does then falls on all of them.
const REQUESTS = 100;
const ROUNDS = 150;
const page_id = "2a7e3b51-8d4f-4c69-b2ea-3f507b9d1c23";

/**
 * Reading a page from a server on loopback that does nothing else, one at a time and 50 at once: how long 100 take, and
 * how much CPU of the client's process they need. Our client has all its policies on, with a pace that never waits.
 */
export async function speed(): Promise<Measurement[]> {
  const server = fork(join(import.meta.dirname, "answering-server.ts"));
  try {
    const [port] = (await once(server, "message")) as [number];
    const programs = programsAt(`http://127.0.0.1:${port}`);
    for (const call of Object.values(programs)) await measure(call, 50);
    return [...(await compare(programs, 1)), ...(await compare(programs, 50))];
  } finally {
    server.kill();
    await once(server, "exit");
  }
}

function programsAt(baseUrl: string): Record<string, () => Promise<unknown>> {
  const auth = "ntn_local_dev";
  const ours = createClient({ auth, baseUrl, pace: { perSecond: 1e6, burst: 1e6 } });
  const theirs = new Client({ auth, baseUrl, notionVersion: ours.version });
  const path = { page_id };
  return {
    "plain fetch": async () => (await fetch(`${baseUrl}/v1/pages/${page_id}`, { headers: HEADERS })).json(),
    "@notional/client": () => ours.pages.get({ page_id }),
    "its low level": () => ours.GET("/v1/pages/{page_id}", { params: { path } }),
    "@notionhq/client": () => theirs.pages.retrieve({ page_id }),
  };
}

/** All programs in turn, many times. */
async function compare(
  programs: Record<string, () => Promise<unknown>>,
  atOnce: number,
): Promise<Measurement[]> {
  const results = Object.entries(programs).map(([name, call]) => ({
    name,
    call,
    time: [] as number[],
    cpu: [] as number[],
  }));
  for (let round = 0; round < ROUNDS; round += 1) {
    for (const { call, time, cpu } of results) {
      const measured = await measure(call, atOnce);
      time.push(measured.time);
      cpu.push(measured.cpu);
    }
  }
  const [plain] = results;
  const line = (what: string, name: string, runs: number[], comparedTo: number[] | undefined) => ({
    what: `${name}, ${REQUESTS} requests, ${atOnce} at once, ${what}`,
    runs,
    ...(comparedTo && comparedTo !== runs && { comparedTo }),
  });
  return [
    ...results.map(({ name, time }) => line("time", name, time, plain?.time)),
    ...results.map(({ name, cpu }) => line("CPU", name, cpu, plain?.cpu)),
  ];
}

/** Milliseconds. */
async function measure(call: () => Promise<unknown>, atOnce: number): Promise<{ time: number; cpu: number }> {
  let begun = 0;
  const work = async () => {
    while (begun < REQUESTS) {
      begun += 1;
      await call();
    }
  };
  const before = process.cpuUsage();
  const started = performance.now();
  await Promise.all(Array.from({ length: atOnce }, work));
  const time = performance.now() - started;
  const { user, system } = process.cpuUsage(before);
  return { time, cpu: (user + system) / 1000 };
}
