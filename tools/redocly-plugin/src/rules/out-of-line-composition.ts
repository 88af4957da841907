import type { Json, JsonObject } from "../json.ts";
import { isObject, isReference, objects } from "../json.ts";
import type { Rule } from "../visitor.ts";
import { isComponentRoot } from "./resolution.ts";

/**
 * An enum, a union or an intersection is a named schema, so that its type has a name wherever it is generated.
 * Inline stays: "this or null", an `allOf` of one, and what a parameter or header, named itself, says directly.
 */
export const outOfLineComposition: Rule = () => {
  const named = new Set<Json>();
  const addSchema = (owner: JsonObject) => {
    if (isObject(owner.schema)) named.add(owner.schema);
  };
  return {
    Parameter: addSchema,
    Header: addSchema,
    Schema(schema, { report, location }) {
      if (isComponentRoot(location) || named.has(schema)) return;
      for (const keyword of ["enum", "oneOf", "anyOf", "allOf"]) {
        const list = schema[keyword];
        if (!Array.isArray(list) || isExempt(keyword, list)) continue;
        report({
          message: `Move this ${keyword} to a file of its own in components/schemas and refer to it, so that its type has a name.`,
          location: location.child(keyword).key(),
        });
      }
    },
  };
};

function isExempt(keyword: string, list: Json[]): boolean {
  if (keyword === "allOf") return list.length < 2;
  return keyword === "oneOf" && isNullable(list);
}

/** `oneOf: [{ $ref: … }, { type: "null" }]`, or a plain scalar in place of the reference. */
function isNullable(list: Json[]): boolean {
  const others = objects(list).filter((member) => member.type !== "null");
  const [other] = others;
  return list.length === 2 && others.length === 1 && (isReference(other) || isScalar(other));
}

function isScalar(schema: JsonObject | undefined): boolean {
  return ["string", "number", "integer", "boolean"].includes(String(schema?.type));
}
