import { defineConfig } from "vitest/config";

// One worker: the exchange log has one writer, and Prism is started once.
export default defineConfig({
  test: {
    include: ["suite/**/*.test.ts"],
    globalSetup: ["suite/start-log.ts"],
    fileParallelism: false,
    testTimeout: 30_000,
    hookTimeout: 60_000,
  },
});
