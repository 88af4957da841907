import { type ChildProcess, spawn } from "node:child_process";
import { createServer } from "node:net";
import { delimiter, join } from "node:path";

/**
 * Runs a command to its end.
 *
 * @returns how long it took, in milliseconds
 * @throws {Error} with all it printed, when it fails
 */
export async function time(cwd: string, command: string, args: string[]): Promise<number> {
  const started = performance.now();
  const child = run(cwd, command, args);
  const output: string[] = [];
  child.stdout?.on("data", (chunk) => output.push(String(chunk)));
  child.stderr?.on("data", (chunk) => output.push(String(chunk)));
  const code = await exitOf(child);
  const took = performance.now() - started;
  if (code !== 0)
    throw new Error(`${command} ${args.join(" ")} failed (${code}) in ${cwd}:\n${output.join("")}`);
  return took;
}

/** What every request of a benchmark carries. */
export const HEADERS = { Authorization: "Bearer ntn_local_dev", "Notion-Version": "2026-03-11" };

/**
 * Starts a server, waits until the API answers, and stops it with all that it started.
 *
 * @param command what to run; `port` is the free port that it is given
 * @param meanwhile what to do with the server before it is stopped; it is given its base URL
 * @returns how long the first answer took, in milliseconds
 * @throws {Error} when it ends or does not answer within five minutes
 */
export async function timeToAnswer(
  cwd: string,
  command: (port: number) => string[],
  meanwhile?: (url: string) => Promise<void>,
): Promise<number> {
  const port = await freePort();
  const [file = "", ...args] = command(port);
  const started = performance.now();
  const child = run(cwd, file, args, true);
  const output: string[] = [];
  child.stdout?.on("data", (chunk) => output.push(String(chunk)));
  child.stderr?.on("data", (chunk) => output.push(String(chunk)));
  const exited = exitOf(child);
  let hasEnded = false;
  exited.then(() => {
    hasEnded = true;
  });
  try {
    while (performance.now() - started < 300_000) {
      if (hasEnded) throw new Error(`${file} ${args.join(" ")} ended in ${cwd}:\n${output.join("")}`);
      const answer = await fetch(`http://127.0.0.1:${port}/v1/users/me`, { headers: HEADERS }).catch(
        () => undefined,
      );
      if (answer?.ok) {
        const took = performance.now() - started;
        await meanwhile?.(`http://127.0.0.1:${port}`);
        return took;
      }
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
    throw new Error(`${file} ${args.join(" ")} does not answer in ${cwd}:\n${output.join("")}`);
  } finally {
    // The whole group: npx and pnpm start the server as a child of a child.
    if (!hasEnded && child.pid) process.kill(-child.pid, "SIGINT");
    await exited;
  }
}

/** A port that nobody listens on now. */
export async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  if (address === null || typeof address === "string") throw new Error("No free port.");
  return address.port;
}

function run(cwd: string, command: string, args: string[], detached = false): ChildProcess {
  // The pinned Node.js of the copy, once it is installed there.
  const path = [join(cwd, "node_modules/.bin"), process.env.PATH].join(delimiter);
  return spawn(command, args, {
    cwd,
    detached,
    env: { ...process.env, PATH: path },
    stdio: ["ignore", "pipe", "pipe"],
  });
}

function exitOf(child: ChildProcess): Promise<number | null> {
  return new Promise((resolve, reject) => {
    child.on("error", reject);
    child.on("close", resolve);
  });
}
