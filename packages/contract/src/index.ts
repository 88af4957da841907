export {
  type Bundle,
  bundledVersions,
  type Checker,
  createChecker,
  loadBundle,
  type Operation,
  operationsOf,
  type Problem,
  type RecordedRequest,
  type RecordedResponse,
} from "@notional/checker";
export { explain } from "./run/explain.ts";
export type { Finding } from "./run/findings.ts";
export type { Outcome } from "./run/judge.ts";
export { runAll } from "./run/run-all.ts";
export { targets } from "./targets/index.ts";
export { live } from "./targets/live.ts";
export type { RunningTarget, Target } from "./targets/target.ts";
