import { once } from "node:events";
import { availableParallelism } from "node:os";
import { Worker } from "node:worker_threads";
import type { JsonObject } from "@notional/redocly-plugin";
import type { Finding } from "./check-examples.ts";

/**
 * Checks the examples of documents beside the main thread. Compiling the schemas of a version takes as long as all
 * linting does, so it runs while Redocly lints. The threads start at once and load what they need while the tree
 * is still being read.
 */
export class ExampleThreads {
  readonly #idle: Worker[];
  readonly #waiting: ((thread: Worker) => void)[] = [];
  readonly #all: Worker[];

  constructor(count = Math.min(2, availableParallelism())) {
    this.#all = Array.from({ length: count }, () => new Worker(new URL("./thread.ts", import.meta.url)));
    this.#idle = [...this.#all];
  }

  /** What is wrong with the examples of a document. */
  async check(document: JsonObject): Promise<Finding[]> {
    const thread = this.#idle.pop() ?? (await new Promise<Worker>((take) => this.#waiting.push(take)));
    thread.postMessage(document);
    // A thread that fails rejects this: `once` listens to "error" too.
    const [findings] = (await once(thread, "message")) as [Finding[]];
    const next = this.#waiting.shift();
    if (next) next(thread);
    else this.#idle.push(thread);
    return findings;
  }

  /** Ends the threads; nothing may be under way. */
  async close(): Promise<void> {
    await Promise.all(this.#all.map((thread) => thread.terminate()));
  }
}
