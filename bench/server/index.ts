import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { time, timeToAnswer } from "../command.ts";
import { ROOT } from "../copy.ts";
import type { Measurement } from "../table.ts";
import { type Case, measuredCases } from "./cases.ts";
import { type Child, startChild, startOurs } from "./child.ts";
import { once, shoot } from "./load.ts";

const ROUNDS = 5;
const ROUND_SECONDS = 2;
const BARE = join(import.meta.dirname, "bare.ts");
const VALIDATORS = join(ROOT, "packages/server/src/__generated__/requests-2026-03-11.js");
const PRISM = join(ROOT, "bench/node_modules/.bin/prism");
const BUNDLE = join(ROOT, "spec/dist/2026-03-11/openapi.json");

/**
 * The server against `node:http` that answers the same bytes, and against Prism. Figures are milliseconds per
 * request at 32 connections; "2 times the first" is half as many requests a second.
 */
export async function server(): Promise<Measurement[]> {
  await time(ROOT, "pnpm", ["--filter", "@notional/server...", "run", "generate"]);
  await time(ROOT, "pnpm", ["--filter", "@notional/server", "run", "build"]);
  const started = await starts();
  const ours = await startOurs();
  const measured: Measurement[] = [];
  try {
    for (const each of await measuredCases(ours.url)) measured.push(...(await compare(each, ours)));
  } finally {
    await ours.stop();
  }
  return [...started, ...measured];
}

/** From nothing to the first answer, and what it holds then. */
async function starts(): Promise<Measurement[]> {
  const runs: number[] = [];
  const memory: number[] = [];
  for (let run = 0; run < 10; run += 1) {
    const before = performance.now();
    const child = await startOurs();
    await once(child.url, { method: "GET", path: "/v1/users/me" });
    runs.push(performance.now() - before);
    memory.push(child.memory());
    await child.stop();
  }
  return [
    { what: "start to first answer, as a process", runs, aim: 150 },
    { what: "memory of an idle server", runs: memory, unit: "bytes", aim: 100e6 },
  ];
}

/** Rounds alternate, so that what else the machine does meets all alike. */
async function compare({ what, shot, operationId, prism }: Case, ours: Child): Promise<Measurement[]> {
  const folder = mkdtempSync(join(tmpdir(), "notional-bench-"));
  const answer = join(folder, "answer.json");
  writeFileSync(answer, await once(ours.url, shot));
  const bare = await startChild(BARE, [answer, ...(operationId ? [VALIDATORS, operationId] : [])]);
  const runs: Record<"bare" | "ours" | "prism", number[]> = { bare: [], ours: [], prism: [] };
  const round = async (prismUrl?: string): Promise<void> => {
    for (let index = 0; index < ROUNDS; index += 1) {
      runs.bare.push(await shoot(bare.url, shot, ROUND_SECONDS));
      runs.ours.push(await shoot(ours.url, shot, ROUND_SECONDS));
      if (prismUrl) runs.prism.push(await shoot(prismUrl, shot, ROUND_SECONDS));
    }
  };
  try {
    const command = (port: number) => [PRISM, "mock", BUNDLE, "--port", `${port}`, "--verboseLevel", "error"];
    if (prism) await timeToAnswer(ROOT, command, round);
    else await round();
  } finally {
    await bare.stop();
    rmSync(folder, { recursive: true });
  }
  return [
    { what: `${what}, bare node:http`, runs: runs.bare },
    { what: `${what}, ours`, runs: runs.ours, comparedTo: runs.bare },
    ...(prism ? [{ what: `${what}, Prism`, runs: runs.prism, comparedTo: runs.bare }] : []),
  ];
}
