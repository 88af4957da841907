import { type ChildProcess, spawn } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { transformSync } from "esbuild";
import { ROOT } from "../copy.ts";

/** A server in a process of its own, so that it does not share its core with what measures it. */
export interface Child {
  url: string;
  /** From the start of the process to the line that says where it listens, in milliseconds. */
  startedIn: number;
  /** What it holds in memory, in bytes. */
  memory(): number;
  stop(): Promise<void>;
}

/** The server as it is published. */
export const startOurs = (args: string[] = []): Promise<Child> =>
  startChild(join(import.meta.dirname, "ours.ts"), [join(ROOT, "packages/server/dist/index.js"), ...args]);

/**
 * Starts a script that prints its URL when it listens. It is started as JavaScript, which is what is published: a process
 * that takes types out first needs 30 ms and 10 MB for that.
 *
 * @param script Its path. It imports nothing by a relative one.
 */
export async function startChild(script: string, args: string[] = []): Promise<Child> {
  const folder = mkdtempSync(join(tmpdir(), "notional-bench-"));
  const file = join(folder, "script.mjs");
  writeFileSync(file, transformSync(readFileSync(script, "utf8"), { loader: "ts", format: "esm" }).code);
  const started = performance.now();
  const child = spawn(process.execPath, [file, ...args], { stdio: ["ignore", "pipe", "inherit"] });
  const url = await firstLine(child);
  const startedIn = performance.now() - started;
  return {
    url,
    startedIn,
    memory: () => residentBytes(child),
    stop: async () => {
      const exited = new Promise((resolve) => child.once("exit", resolve));
      child.kill();
      await exited;
      rmSync(folder, { recursive: true });
    },
  };
}

function firstLine(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    if (!child.stdout) throw new Error("The child has no output.");
    createInterface({ input: child.stdout }).once("line", resolve);
    child.once("exit", (code) => reject(new Error(`The server ended (${code}) before it listened.`)));
  });
}

function residentBytes({ pid }: ChildProcess): number {
  const pages = readFileSync(`/proc/${pid}/statm`, "utf8").split(" ")[1];
  return Number(pages) * 4096;
}
