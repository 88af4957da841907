import { findBinaries, startCluster } from "../../packages/server/test/postgres/cluster.ts";
import { time } from "../command.ts";
import { ROOT } from "../copy.ts";
import type { Measurement } from "../table.ts";
import { measuredCases } from "./cases.ts";
import { startOurs } from "./child.ts";
import { type Shot, shoot } from "./load.ts";

const SECONDS = 3;
const ROUNDS = 3;
const PROCESSES = [1, 2, 4];

/**
 * The server over one PostgreSQL database, with one, two and four processes that share the load. Figures are
 * milliseconds per request over all of them.
 */
export async function postgres(): Promise<Measurement[]> {
  const bin = findBinaries();
  if (!bin) throw new Error("PostgreSQL is not installed: apt-get install postgresql");
  await time(ROOT, "pnpm", ["--filter", "@notional/server", "run", "build"]);
  const cluster = await startCluster(bin, true);
  try {
    const measured: Measurement[] = [];
    for (const count of PROCESSES) measured.push(...(await withProcesses(cluster.url, count)));
    return measured;
  } finally {
    await cluster.stop();
  }
}

async function withProcesses(url: string, count: number): Promise<Measurement[]> {
  const servers = [];
  // One after the other: the first makes the tables and the seed.
  for (let index = 0; index < count; index += 1) {
    servers.push(await startOurs([url, `bench_${count}`]));
  }
  try {
    const [first] = servers;
    const cases = (await measuredCases(first?.url ?? "")).filter(({ prism }) => prism);
    const measured: Measurement[] = [];
    for (const { what, shot } of cases) {
      const runs: number[] = [];
      const urls = servers.map((server) => server.url);
      for (let round = 0; round < ROUNDS; round += 1) runs.push(await together(urls, shot));
      measured.push({ what: `${what}, PostgreSQL, ${count} ${count === 1 ? "process" : "processes"}`, runs });
    }
    return measured;
  } finally {
    for (const server of servers) await server.stop();
  }
}

/** The load of all servers at once, as that of one. */
async function together(urls: string[], shot: Shot): Promise<number> {
  const each = await Promise.all(urls.map((url) => shoot(url, shot, SECONDS)));
  return 1 / each.reduce((sum, milliseconds) => sum + 1 / milliseconds, 0);
}
