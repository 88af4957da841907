export { type Bundle, bundledVersions, loadBundle, type Operation, operationsOf } from "./bundle.ts";
export { type Checker, createChecker, type RecordedRequest, type RecordedResponse } from "./checker.ts";
export type { Problem } from "./explain.ts";
export { targets } from "./targets/index.ts";
export type { RunningTarget, Target } from "./targets/target.ts";
