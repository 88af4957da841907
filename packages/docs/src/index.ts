export type { Figures } from "./fidelity/figures.ts";
export type { Guide, GuideGroup } from "./guides/read.ts";
export { readGuides } from "./guides/read.ts";
export type { DocsHandler } from "./handler.ts";
export { createDocsHandler } from "./handler.ts";
