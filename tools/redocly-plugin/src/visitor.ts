import type { UserContext } from "@redocly/openapi-core";
import type { JsonObject } from "./json.ts";

/** Redocly's visitors, seen with nodes as the plain JSON that they are at run time. */
export type Visit = (node: JsonObject, context: UserContext) => void;

/** Keys are Redocly's names of node types; a nested visitor acts inside the outer type only. */
export interface Visitor {
  [nodeType: string]: Visit | Visitor;
}

export type Options = Record<string, unknown>;
export type Rule = (options: Options) => Visitor;
export type Decorator = (options: Options) => Visitor;

export type Location = UserContext["location"];
export type { UserContext };
