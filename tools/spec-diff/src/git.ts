import { execFile } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";

const run = promisify(execFile);

async function git(root: string, ...args: string[]): Promise<string> {
  const { stdout } = await run("git", args, { cwd: root, maxBuffer: 1 << 28 });
  return stdout.trim();
}

/** What git says, or nothing when it fails: there is no such ref, or no repository. */
async function ask(root: string, ...args: string[]): Promise<string | undefined> {
  return await git(root, ...args).catch(() => undefined);
}

/**
 * The full hash of a commit.
 *
 * @param ref a branch, tag or commit
 * @throws {Error} when there is none
 */
export async function commitOf(root: string, ref: string): Promise<string> {
  const commit = await ask(root, "rev-parse", "--verify", "--quiet", `${ref}^{commit}`);
  if (!commit) throw new Error(`There is no commit ${ref}.`);
  return commit;
}

/** What a change is compared with, or why there is nothing to compare it with. */
export type Base = { commit: string; name: string } | { reason: string };

const MAIN = ["origin/main", "main"];

/**
 * Where the work began: the merge base with main; on main itself, with nothing uncommitted, the last release.
 */
export async function findBase(root: string): Promise<Base> {
  const head = await ask(root, "rev-parse", "HEAD");
  if (!head) return { reason: "this is not a git repository" };
  for (const name of MAIN) {
    const commit = await ask(root, "merge-base", "HEAD", name);
    if (commit && (commit !== head || (await isDirty(root)))) return { commit, name };
  }
  const tag = await ask(root, "describe", "--tags", "--abbrev=0", "--match", "@notional/spec@*");
  if (tag) return { commit: await commitOf(root, tag), name: tag };
  if ((await ask(root, "rev-parse", "--is-shallow-repository")) === "true") {
    return { reason: "the clone is shallow, so the merge base with main is not in it" };
  }
  return { reason: "nothing is ahead of main, and there is no release yet" };
}

async function isDirty(root: string): Promise<boolean> {
  return (await git(root, "status", "--porcelain", "--", "spec", ".changeset")) !== "";
}

/** Whether the document is the same as in a commit, to the letter. */
export async function isUntouched(root: string, commit: string): Promise<boolean> {
  if ((await ask(root, "diff", "--quiet", commit, "--", "spec")) === undefined) return false;
  return (await git(root, "ls-files", "--others", "--exclude-standard", "--", "spec")) === "";
}

/** The names of the files below a folder in a commit. */
export async function filesAt(root: string, commit: string, folder: string): Promise<string[]> {
  return (await git(root, "ls-tree", "-r", "--name-only", commit, "--", folder)).split("\n").filter(Boolean);
}

/** The text of a file in a commit. */
export async function fileAt(root: string, commit: string, path: string): Promise<string> {
  return await git(root, "show", `${commit}:${path}`);
}

/** Gives the folder `spec` as it is in a commit, while something is done with it. */
export async function withSpecOf<T>(
  root: string,
  commit: string,
  use: (folder: string) => Promise<T>,
): Promise<T> {
  const folder = await mkdtemp(join(tmpdir(), "spec-at-"));
  try {
    const archive = join(folder, "spec.tar");
    await git(root, "archive", "--output", archive, commit, "spec");
    await run("tar", ["-xf", archive, "-C", folder]);
    return await use(join(folder, "spec"));
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
