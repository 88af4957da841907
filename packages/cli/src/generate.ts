import { spawn } from "node:child_process";
import { delimiter, join } from "node:path";

export interface Generation {
  ok: boolean;
  /** What the tasks said; the problems, when it failed. */
  output: string;
}

/** What turbo and pnpm add about themselves; the tasks say enough. */
const CHATTER = /^ *•|^ *(Tasks|Cached|Time|Failed): |^\$ |^cache (miss|hit)|ELIFECYCLE|^(\S+#\S+:)? +ERROR /;

/**
 * Brings bundles, types and docs up to date. Turbo knows what is stale.
 *
 * @param root The root of the repository.
 * @param signal Ends it early.
 */
export function generate(root: string, signal: AbortSignal): Promise<Generation> {
  const bin = join(root, "node_modules/.bin");
  const turbo = join(root, "node_modules/turbo/bin/turbo");
  const quiet = ["--output-logs=errors-only", "--log-prefix=none", "--log-order=grouped"];
  const child = spawn(process.execPath, [turbo, "run", "generate", "docs", ...quiet], {
    cwd: root,
    env: {
      ...process.env,
      // The pinned Node.js, also when this was started with another one on the path.
      PATH: [bin, process.env.PATH].join(delimiter),
      TURBO_TELEMETRY_DISABLED: "1",
      TURBO_NO_UPDATE_NOTIFIER: "1",
    },
    stdio: ["ignore", "pipe", "pipe"],
  });
  const end = (): boolean => child.kill("SIGTERM");
  signal.addEventListener("abort", end, { once: true });

  let output = "";
  const collect = (chunk: string): void => {
    output += chunk;
  };
  child.stdout.setEncoding("utf8").on("data", collect);
  child.stderr.setEncoding("utf8").on("data", collect);
  return new Promise((resolve) => {
    child.on("error", (error) => resolve({ ok: false, output: error.message }));
    child.on("close", (code) => {
      signal.removeEventListener("abort", end);
      const said = output.split("\n").filter((line) => !CHATTER.test(line));
      resolve({ ok: code === 0, output: said.join("\n").trim() });
    });
  });
}
