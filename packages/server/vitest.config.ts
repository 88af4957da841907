import { defineConfig } from "vitest/config";
import { findBinaries } from "./test/postgres/cluster.ts";

// A busy machine of two cores takes its time; what hangs, hangs longer than this.
const testTimeout = 30_000;

const sqlite = { test: { name: "sqlite", include: ["test/**/*.test.ts"], testTimeout } };
const postgres = {
  test: {
    name: "postgres",
    testTimeout,
    // What needs no database needs no second run.
    include: [
      "test/*.test.ts",
      "test/{concurrency,control,operations,store}/**/*.test.ts",
      "test/hostile/{costly,fuzz,strangers,texts}.test.ts",
    ],
    globalSetup: "test/postgres/global-setup.ts",
  },
};

// The same tests on both engines. CI has PostgreSQL; where it is not installed, this says that it was left out.
const hasPostgres = findBinaries() !== undefined;
if (!hasPostgres)
  console.warn("PostgreSQL is not installed: its tests are skipped. apt-get install postgresql");

// Vitest leaves one core to others. On two that would be half of them, and these tests are the longest of the workspace.
export default defineConfig({
  test: { maxWorkers: "100%", projects: hasPostgres ? [sqlite, postgres] : [sqlite] },
});
