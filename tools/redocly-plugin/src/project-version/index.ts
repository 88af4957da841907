export { ADDED_IN, REMOVED_IN } from "./annotations.ts";
export { ProjectionError } from "./context.ts";
export { versionsOf } from "./notion-version.ts";
export { projectVersion } from "./project-version.ts";
export { chain, escapePointer, resolve } from "./references.ts";
export { METHODS } from "./shapes.ts";
