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
export { targets } from "./targets/index.ts";
export type { RunningTarget, Target } from "./targets/target.ts";
