import { defineConfig } from "vitest/config";

// Files run at once: each appends whole lines to the exchange log.
export default defineConfig({
  test: {
    include: ["suite/**/*.test.ts"],
    globalSetup: ["suite/start-log.ts", "suite/start-mock.ts"],
    // Vitest would leave a core to itself, and on two that is one worker.
    maxWorkers: 2,
    testTimeout: 30_000,
    hookTimeout: 60_000,
  },
});
