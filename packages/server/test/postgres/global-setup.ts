import type { TestProject } from "vitest/node";
import { findBinaries, startCluster } from "./cluster.ts";

/** Starts the PostgreSQL that all test files of the project share; each server has a schema of its own. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const bin = findBinaries();
  if (bin === undefined) throw new Error("The tests on PostgreSQL need it: apt-get install postgresql");
  const cluster = await startCluster(bin);
  project.provide("postgres", cluster.url);
  return () => cluster.stop();
}

declare module "vitest" {
  interface ProvidedContext {
    /** The URL of the cluster; absent in the project that runs on SQLite. */
    postgres: string | undefined;
  }
}
