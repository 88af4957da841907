export type { Bundle, Bundles } from "./bundles.ts";
export { notionVersions } from "./bundles.ts";
export type { Mock, MockOptions } from "./mock.ts";
export { createMock } from "./mock.ts";
