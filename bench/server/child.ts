import { type ChildProcess, spawn } from "node:child_process";
import { readFileSync } from "node:fs";
import { createInterface } from "node:readline";

/** A server in a process of its own, so that it does not share its core with what measures it. */
export interface Child {
  url: string;
  /** From the start of the process to the line that says where it listens, in milliseconds. */
  startedIn: number;
  /** What it holds in memory, in bytes. */
  memory(): number;
  stop(): Promise<void>;
}

/** Starts a script that prints its URL when it listens. */
export async function startChild(script: string, args: string[] = []): Promise<Child> {
  const started = performance.now();
  const child = spawn(process.execPath, [script, ...args], { stdio: ["ignore", "pipe", "inherit"] });
  const url = await firstLine(child);
  const startedIn = performance.now() - started;
  return {
    url,
    startedIn,
    memory: () => residentBytes(child),
    stop: async () => {
      const exited = new Promise((resolve) => child.once("exit", resolve));
      child.kill("SIGKILL");
      await exited;
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
