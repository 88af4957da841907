import { fork } from "node:child_process";
import { once } from "node:events";
import type { TestProject } from "vitest/node";

/** Where the mock of a run is. */
export interface SharedMock {
  url: string;
  token: string;
  credentials: { clientId: string; clientSecret: string };
}

declare module "vitest" {
  interface ProvidedContext {
    mock: SharedMock;
  }
}

/** One mock for the run, because Prism compiles schemas for seconds; in a process of its own, beside the tests. */
export default async function start({ provide }: TestProject): Promise<() => Promise<void>> {
  const child = fork(new URL("mock-process.ts", import.meta.url));
  const exit = once(child, "exit");
  const [mine] = (await Promise.race([once(child, "message"), exit])) as [SharedMock | number];
  if (typeof mine !== "object") throw new Error("The mock did not start.");
  provide("mock", mine);
  return async () => {
    child.disconnect();
    await exit;
  };
}
