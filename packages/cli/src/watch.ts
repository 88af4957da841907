import { once } from "node:events";
import { join, relative } from "node:path";
import { watch } from "chokidar";
import { generate } from "./generate.ts";
import { dim, progress, red, say, seconds } from "./terminal.ts";

/** Editors save in several steps, and switching branches touches many files at once. */
const SETTLE_MS = 100;

/**
 * Generates again whenever a file of `spec/` changes, one run at a time; what changes during a run causes
 * another one. What cannot be generated is reported, and the last good output stays.
 *
 * @param root The root of the repository.
 * @param refreshed Called after each successful run.
 * @param signal Ends the watching.
 * @returns When the watching has begun.
 */
export async function watchSpec(root: string, refreshed: () => void, signal: AbortSignal): Promise<void> {
  const folder = join(root, "spec");
  const ignored = [join(folder, "dist"), join(folder, "node_modules")];
  const watcher = watch(folder, { ignoreInitial: true, ignored });
  signal.addEventListener("abort", () => void watcher.close(), { once: true });

  const changed = new Set<string>();
  let timer: NodeJS.Timeout | undefined;
  let running = false;

  const run = async (): Promise<void> => {
    running = true;
    while (changed.size > 0 && !signal.aborted) {
      const files = [...changed];
      changed.clear();
      const started = performance.now();
      progress(`${named(files)}: refreshing …`);
      const { ok, output } = await generate(root, signal);
      progress("");
      if (signal.aborted) break;
      if (ok) refreshed();
      say(report(files, ok, output, started));
    }
    running = false;
  };
  watcher.on("all", (_event, path) => {
    if (!/\.(ya?ml|md)$/.test(path)) return;
    changed.add(relative(root, path));
    clearTimeout(timer);
    timer = setTimeout(() => running || void run(), SETTLE_MS).unref();
  });
  await once(watcher as unknown as NodeJS.EventEmitter, "ready");
  say(dim("Watching spec/. Types, docs and mock follow what you change."));
}

function report(files: string[], ok: boolean, output: string, started: number): string {
  const what = named(files);
  if (ok) return `${what}: refreshed types, docs and mock in ${seconds(started)}`;
  return `${output}\n${red(`${what}: not refreshed, the last good output stays.`)}`;
}

const named = ([first = "", ...more]: string[]): string =>
  more.length > 0 ? `${first} and ${more.length} more` : first;
