import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { announcedSince, versionAt } from "../src/announced.ts";
import { commitOf, findBase, isUntouched, withSpecOf } from "../src/git.ts";

let root = "";

const git = (...args: string[]): string => {
  const env = { ...process.env, GIT_CONFIG_GLOBAL: "/dev/null", GIT_CONFIG_SYSTEM: "/dev/null" };
  const who = ["-c", "user.name=T", "-c", "user.email=t@example.org"];
  return execFileSync("git", [...who, ...args], { cwd: root, env, encoding: "utf8" }).trim();
};

function write(path: string, text: string): void {
  mkdirSync(join(root, dirname(path)), { recursive: true });
  writeFileSync(join(root, path), text);
}

function commit(path: string, text: string): string {
  write(path, text);
  git("add", "-A");
  git("commit", "-q", "-m", path);
  return git("rev-parse", "HEAD");
}

const changeset = (step: string): string => `---\n"@notional/spec": ${step}\n---\n\nA change.\n`;
const manifest = (version: string): string => JSON.stringify({ name: "@notional/spec", version });

let first = "";
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), "spec-diff-git-"));
  git("init", "-q", "-b", "main");
  write("spec/package.json", manifest("0.1.0"));
  write(".changeset/known.md", changeset("major"));
  first = commit("spec/openapi.yaml", "openapi: 3.1.0\n");
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

describe("the base", () => {
  test("of a branch is where it left main", async () => {
    git("checkout", "-q", "-b", "work");
    commit("spec/openapi.yaml", "openapi: 3.1.1\n");
    expect(await findBase(root)).toEqual({ commit: first, name: "main" });
  });

  test("of uncommitted work on main is its last commit", async () => {
    write("spec/openapi.yaml", "openapi: 3.1.1\n");
    expect(await findBase(root)).toEqual({ commit: first, name: "main" });
  });

  test("of main is the last release", async () => {
    git("tag", "@notional/spec@0.1.0");
    git("tag", "@notional/client@9.0.0");
    commit("spec/openapi.yaml", "openapi: 3.1.1\n");
    expect(await findBase(root)).toEqual({ commit: first, name: "@notional/spec@0.1.0" });
  });

  test("is missing before the first release", async () => {
    expect(await findBase(root)).toEqual({
      reason: "nothing is ahead of main, and there is no release yet",
    });
  });

  test("is missing in a shallow clone of a branch", async () => {
    git("checkout", "-q", "-b", "work");
    commit("a", "");
    const whole = root;
    root = mkdtempSync(join(tmpdir(), "spec-diff-git-"));
    git("clone", "-q", "--depth", "1", "--branch", "work", `file://${whole}`, ".");
    rmSync(whole, { recursive: true });
    expect(await findBase(root)).toEqual({
      reason: "the clone is shallow, so the merge base with main is not in it",
    });
  });

  test("is missing without git", async () => {
    rmSync(join(root, ".git"), { recursive: true });
    expect(await findBase(root)).toEqual({ reason: "this is not a git repository" });
  });
});

describe("a ref", () => {
  test("that nobody has", async () => {
    await expect(commitOf(root, "nowhere")).rejects.toThrow("There is no commit nowhere.");
  });

  test("gives the tree as it was", async () => {
    commit("spec/openapi.yaml", "openapi: 3.1.1\n");
    const read = async (folder: string) => readFileSync(join(folder, "openapi.yaml"), "utf8");
    expect(await withSpecOf(root, first, read)).toBe("openapi: 3.1.0\n");
  });

  test("is that of the tree until something is written below spec", async () => {
    write("elsewhere.yaml", "");
    expect(await isUntouched(root, first)).toBe(true);
    write("spec/paths/new.yaml", "");
    expect(await isUntouched(root, first)).toBe(false);
  });
});

describe("what is announced", () => {
  test("nothing by changesets that were there", async () => {
    expect(await announcedSince(root, first)).toBeUndefined();
  });

  test("the largest step of what was written since, committed or not", async () => {
    commit(".changeset/one.md", changeset("patch"));
    write(".changeset/two.md", changeset("minor"));
    expect(await announcedSince(root, first)).toBe("minor");
  });

  test("nothing by a changeset of another package", async () => {
    write(".changeset/one.md", '---\n"@notional/client": major\n---\n\nOther.\n');
    expect(await announcedSince(root, first)).toBeUndefined();
  });

  test("by the release that took the changesets", async () => {
    rmSync(join(root, ".changeset/known.md"));
    commit("spec/package.json", manifest("0.2.0"));
    expect(await announcedSince(root, first)).toBe("minor");
    expect(await versionAt(root, first)).toBe("0.1.0");
  });
});
