import { cp, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { onTestFinished } from "vitest";
import type { BundleResult } from "../src/index.ts";
import { bundle, formatProblem } from "../src/index.ts";

const TREE = join(import.meta.dirname, "tree");

/** A copy of the toy tree that a test can break. */
export class Toy {
  readonly root: string;
  readonly outDir: string;

  constructor(folder: string) {
    this.root = join(folder, "spec");
    this.outDir = join(this.root, "dist");
  }

  bundle(root = this.root): Promise<BundleResult> {
    return bundle({ root, outDir: this.outDir, configPath: join(TREE, "redocly.yaml") });
  }

  /** Bundles what must not bundle, and says the problems as the command does. */
  async problems(): Promise<string[]> {
    const result = await this.bundle();
    return result.ok ? [] : result.problems.map(formatProblem);
  }

  read(file: string): Promise<string> {
    return readFile(join(this.root, file), "utf8");
  }

  async readJson(file: string) {
    return JSON.parse(await this.read(file));
  }

  write(file: string, text: string): Promise<void> {
    return writeFile(join(this.root, file), text);
  }

  async replace(file: string, from: string, to: string): Promise<void> {
    const text = await this.read(file);
    if (!text.includes(from)) throw new Error(`${file} does not contain ${from}`);
    await this.write(file, text.replace(from, to));
  }
}

export async function makeToy(): Promise<Toy> {
  const folder = await mkdtemp(join(tmpdir(), "notional-bundle-"));
  onTestFinished(() => rm(folder, { recursive: true }));
  await cp(TREE, join(folder, "spec"), { recursive: true });
  return new Toy(folder);
}
