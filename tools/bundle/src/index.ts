export type { BundleOptions, BundleResult } from "./bundle.ts";
export { bundle } from "./bundle.ts";
export type { SingleResult } from "./bundle-single.ts";
export { bundleSingle } from "./bundle-single.ts";
export { cut } from "./cut.ts";
export type { Problem } from "./problem.ts";
export { formatProblem } from "./problem.ts";
export type { Summary } from "./summary.ts";
export { formatSummary } from "./summary.ts";
