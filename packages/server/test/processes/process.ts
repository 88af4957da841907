import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import { onTestFinished } from "vitest";
import type { Called } from "../fixture.ts";

/** A server in a process of its own, which can be ended in any way. */
export interface ServerProcess {
  /** @throws when the connection breaks */
  call(method: string, path: string, body?: unknown): Promise<Called>;
  /** Ends it, and waits until it is gone. */
  end(signal: "SIGKILL" | "SIGTERM"): Promise<void>;
}

const script = fileURLToPath(new URL("serve.ts", import.meta.url));

/**
 * Starts a server.
 *
 * @param where A folder for SQLite, or the URL of a PostgreSQL and a schema.
 */
export async function startProcess(
  where: readonly [string] | readonly [string, string],
): Promise<ServerProcess> {
  const child = spawn(process.execPath, [script, ...where], { stdio: ["ignore", "pipe", "inherit"] });
  const end = async (signal: "SIGKILL" | "SIGTERM"): Promise<void> => {
    if (child.exitCode !== null || child.signalCode !== null) return;
    const exited = once(child, "exit");
    child.kill(signal);
    await exited;
  };
  onTestFinished(() => end("SIGKILL"));
  const url = await firstLine(child);
  return {
    end,
    async call(method, path, body) {
      const response = await fetch(url + path, {
        method,
        headers: { authorization: "Bearer ntn_local_dev", "notion-version": "2026-03-11" },
        ...(body !== undefined && { body: JSON.stringify(body) }),
      });
      return { status: response.status, headers: response.headers, body: await response.json() };
    },
  };
}

async function firstLine({ stdout, exitCode }: ChildProcess): Promise<string> {
  let said = "";
  for await (const chunk of stdout ?? []) {
    said += chunk;
    const end = said.indexOf("\n");
    if (end >= 0) return said.slice(0, end);
  }
  throw new Error(`The server ended with ${exitCode} before it listened.`);
}
