import { mkdir, readdir, rm, stat } from "node:fs/promises";
import { join } from "node:path";
import { type Generator, MAX_BYTES } from "./generator.ts";

export interface Outcome {
  generator: string;
  version: string;
  result: "made" | "failed" | "skipped";
  /** How large it is and how long it took, or why it failed or was skipped. */
  detail: string;
}

/**
 * Runs a generator over a bundle, and the compiler over what it made.
 *
 * @param folder where its files go; it is emptied first
 */
export async function tryGenerator(
  generator: Generator,
  version: string,
  bundle: string,
  folder: string,
): Promise<Outcome> {
  const outcome = (result: Outcome["result"], detail: string): Outcome => {
    return { generator: generator.name, version, result, detail };
  };
  const missing = await generator.missing();
  if (missing) return outcome("skipped", missing);
  const started = performance.now();
  try {
    await rm(folder, { recursive: true, force: true });
    await mkdir(folder, { recursive: true });
    await generator.generate(bundle, folder);
    const bytes = await sizeOf(folder);
    const size = `${(bytes / 1e6).toFixed(2)} MB`;
    if (bytes === 0) return outcome("failed", "It made nothing.");
    if (bytes > MAX_BYTES) return outcome("failed", `${size}; the limit is ${MAX_BYTES / 1e6} MB.`);
    await generator.check(folder);
    return outcome("made", `${size}, ${((performance.now() - started) / 1000).toFixed(1)} s`);
  } catch (error) {
    return outcome("failed", firstLines(error instanceof Error ? error.message : String(error)));
  }
}

async function sizeOf(folder: string): Promise<number> {
  const names = await readdir(folder, { recursive: true });
  const stats = await Promise.all(names.map((name) => stat(join(folder, name))));
  return stats.reduce((sum, entry) => sum + (entry.isFile() ? entry.size : 0), 0);
}

/** A compiler may have thousands of things to say. */
function firstLines(text: string): string {
  const lines = text.split("\n");
  const more = lines.length > 20 ? [`… and ${lines.length - 20} more lines`] : [];
  return [...lines.slice(0, 20), ...more].join("\n");
}
