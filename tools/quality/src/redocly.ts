import { execFile } from "node:child_process";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";

const cli = join(dirname(createRequire(import.meta.url).resolve("@redocly/cli/package.json")), "bin/cli.js");

/**
 * Runs the command line of Redocly.
 *
 * @returns the JSON that it printed
 * @throws {Error} with what it printed, when there is none: it crashed
 */
export function redocly(cwd: string, ...args: string[]): Promise<unknown> {
  const env = { ...process.env, REDOCLY_TELEMETRY: "off", REDOCLY_SUPPRESS_UPDATE_NOTICE: "true" };
  return new Promise((resolve, reject) => {
    const options = { cwd, env, maxBuffer: 1 << 28 };
    execFile(process.execPath, [cli, ...args, "--format", "json"], options, (_error, stdout, stderr) => {
      try {
        resolve(JSON.parse(stdout));
      } catch {
        reject(new Error(`redocly ${args.join(" ")}\n${stdout}${stderr}`));
      }
    });
  });
}
