import { execFile } from "node:child_process";
import { mkdir, rm } from "node:fs/promises";
import { basename, join } from "node:path";
import { promisify } from "node:util";
import { publicPackages } from "./packages.ts";

const run = promisify(execFile);

/** A packed package: its name, and where the file is. */
export interface Tarball {
  name: string;
  path: string;
}

/**
 * Packs every public package as it would be published. They must have been built.
 *
 * @param destination a folder for the tarballs; what is in it goes
 * @throws {Error} with what pnpm printed, when a package cannot be packed
 */
export async function packAll(destination: string): Promise<Tarball[]> {
  await rm(destination, { recursive: true, force: true });
  await mkdir(destination, { recursive: true });
  const tarballs: Tarball[] = [];
  for (const { folder, manifest } of publicPackages()) {
    const { stdout } = await run("pnpm", ["pack", "--json", "--pack-destination", destination], {
      cwd: folder,
      maxBuffer: 1 << 26,
    });
    const { filename } = JSON.parse(stdout) as { filename: string };
    tarballs.push({ name: manifest.name, path: join(destination, basename(filename)) });
  }
  return tarballs;
}
