import { execFileSync } from "node:child_process";
import { cpSync, existsSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";

export const ROOT = join(import.meta.dirname, "..");

/**
 * Makes a copy of the working tree as a fresh clone would have it, without what git ignores, and removes it
 * when the work is done, also when it fails.
 *
 * @param work what to do in the copy; it is given its folder
 */
export async function withCopy<T>(work: (folder: string) => Promise<T>): Promise<T> {
  const folder = await mkdtemp(join(tmpdir(), "notional-bench-"));
  try {
    const list = execFileSync("git", ["ls-files", "-coz", "--exclude-standard"], {
      cwd: ROOT,
      encoding: "utf8",
    });
    for (const file of list.split("\0")) {
      // A file that is deleted but not committed is still listed.
      if (file && existsSync(join(ROOT, file))) cpSync(join(ROOT, file), join(folder, file));
    }
    // turbo asks git for the hashes of the files.
    execFileSync("git", ["init", "--quiet"], { cwd: folder });
    execFileSync("git", ["add", "--all"], { cwd: folder });
    return await work(folder);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
