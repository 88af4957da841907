import { parentPort } from "node:worker_threads";
import type { JsonObject } from "@notional/redocly-plugin";
import { checkExamples } from "./check-examples.ts";

// What a thread of `ExampleThreads` runs.
parentPort?.on("message", (document: JsonObject) => {
  parentPort?.postMessage(checkExamples(document));
});
