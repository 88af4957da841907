import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Step } from "./change.ts";
import { largest } from "./change.ts";
import { changesetsIn, stepIn } from "./changeset.ts";
import { fileAt, filesAt } from "./git.ts";

/** The version of `@notional/spec` in a commit. */
export async function versionAt(root: string, commit: string): Promise<string> {
  return versionIn(await fileAt(root, commit, "spec/package.json"));
}

/**
 * The step that has been announced since a commit: by changesets that were not there, or by a release that took them.
 */
export async function announcedSince(root: string, commit: string): Promise<Step | undefined> {
  const known = new Set(await filesAt(root, commit, ".changeset"));
  const written = [...changesetsIn(root)].flatMap(([path, text]) => (known.has(path) ? [] : [stepIn(text)]));
  const now = versionIn(readFileSync(join(root, "spec/package.json"), "utf8"));
  const released = stepBetween(await versionAt(root, commit), now);
  return largest([...written, released].filter((step) => step !== undefined));
}

/** What a version was raised by. */
export function stepBetween(before: string, after: string): Step | undefined {
  const [from, to] = [before.split("."), after.split(".")];
  const place = from.findIndex((part, index) => part !== to[index]);
  return (["major", "minor", "patch"] as const)[place];
}

function versionIn(manifest: string): string {
  return (JSON.parse(manifest) as { version: string }).version;
}
