export { type Bundle, BundleError, readBundles } from "./bundles.ts";
export { type Generated, type GenerateOptions, generate } from "./generate.ts";
export { generatorHash, readStamp, type Stamp } from "./stamp.ts";
export { typesModule } from "./types-module.ts";
