import { execFile } from "node:child_process";
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";
import type { Tarball } from "./pack.ts";

const run = promisify(execFile);

/**
 * Installs tarballs together with npm, as a user would who has nothing else. What they need of each other comes from the
 * tarballs, and the rest from the registry.
 *
 * @param folder an empty folder
 * @throws {Error} with what npm printed, when something cannot be installed
 */
export async function install(folder: string, tarballs: readonly Tarball[]): Promise<void> {
  const files = Object.fromEntries(tarballs.map(({ name, path }) => [name, `file:${path}`]));
  const overrides = Object.fromEntries(tarballs.map(({ name }) => [name, `$${name}`]));
  const manifest = { name: "empty", private: true, type: "module", dependencies: files, overrides };
  await writeFile(join(folder, "package.json"), JSON.stringify(manifest, null, 2));
  const quiet = ["--no-audit", "--no-fund", "--prefer-offline", "--loglevel=error"];
  await run("npm", ["install", ...quiet], { cwd: folder, maxBuffer: 1 << 26 });
}
