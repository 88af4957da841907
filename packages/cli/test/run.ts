import type { ChildProcess } from "node:child_process";
import { spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";

const main = join(import.meta.dirname, "../src/main.ts");

/** The `notional` command, running. */
export interface Running {
  /** Resolves with a match in what it prints. */
  prints(pattern: RegExp): Promise<RegExpExecArray>;
  /** Sends a signal. */
  kill(signal: NodeJS.Signals): void;
  /** Resolves when it has ended. */
  ended: Promise<{ code: number | null; stdout: string; stderr: string }>;
}

/** Starts the `notional` command as somebody in a pipeline would: no terminal, no colours asked for. */
export function notional(args: string[], env: NodeJS.ProcessEnv = {}, script = main): Running {
  const { FORCE_COLOR: _, PORT: __, ...inherited } = process.env;
  const child: ChildProcess = spawn(process.execPath, [script, ...args], { env: { ...inherited, ...env } });
  let stdout = "";
  let stderr = "";
  child.stdout?.setEncoding("utf8").on("data", (chunk: string) => {
    stdout += chunk;
    child.emit("printed");
  });
  child.stderr?.setEncoding("utf8").on("data", (chunk: string) => {
    stderr += chunk;
  });
  const ended = once(child, "close").then(([code]) => ({ code: code as number | null, stdout, stderr }));
  return {
    async prints(pattern) {
      for (;;) {
        const match = pattern.exec(stdout);
        if (match) return match;
        const over = await Promise.race([once(child, "printed").then(() => false), ended.then(() => true)]);
        if (over && !pattern.test(stdout)) throw new Error(`ended without ${pattern}:\n${stdout}${stderr}`);
      }
    },
    kill: (signal) => void child.kill(signal),
    ended,
  };
}
