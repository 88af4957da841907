export * from "./__generated__/operations.ts";
export type { Core } from "./core/create-core.ts";
export { createCore } from "./core/create-core.ts";
