import { execFile } from "node:child_process";

/**
 * Runs a command to its end.
 *
 * @returns what it printed
 * @throws {Error} with all that it printed, when it fails
 */
export function run(cwd: string, command: string, args: string[]): Promise<string> {
  return new Promise((resolve, reject) => {
    execFile(command, args, { cwd, maxBuffer: 1 << 28 }, (error, stdout, stderr) => {
      if (error) reject(new Error([`${command} ${args.join(" ")}`, stdout, stderr].join("\n").trim()));
      else resolve(stdout);
    });
  });
}
