export { type Bundle, BundleError, readBundles } from "./bundles.ts";
export { type Generated, type GenerateOptions, generate } from "./generate.ts";
export { generatorHash, readStamp, type Stamp, sourceOf } from "./stamp.ts";
export { versionTypesModules } from "./types-module.ts";
