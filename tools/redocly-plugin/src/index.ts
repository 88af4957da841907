import type { Plugin } from "@redocly/openapi-core";
import { projectVersionDecorator } from "./project-version/decorator.ts";
import { rules } from "./rules/index.ts";

/** The Redocly plugin `notional`: house lint rules, and the decorator that cuts one version. */
export default function notional(): Plugin {
  return {
    id: "notional",
    rules: { oas3: rules } as Plugin["rules"],
    decorators: { oas3: { "project-version": projectVersionDecorator } } as Plugin["decorators"],
  } as Plugin;
}

export type { Json, JsonObject } from "./json.ts";
export { isObject, isReference, objects, strings } from "./json.ts";
export {
  chain,
  escapePointer,
  METHODS,
  ProjectionError,
  projectVersion,
  resolve,
  versionsOf,
} from "./project-version/index.ts";
