import type { Json, JsonObject } from "../json.ts";
import { isObject, objects, strings } from "../json.ts";
import type { Location, Rule, UserContext } from "../visitor.ts";
import { resolveChain } from "./resolution.ts";

/**
 * `required` names properties that the schema describes, itself or through what it is made of. A schema that
 * describes none is a condition on another (`oneOf: [{ required: [a] }, { required: [b] }]`): Redocly's own
 * rule for this cannot tell, where the other is in another file.
 */
export const requiredPropertiesDefined: Rule = () => ({
  Schema(schema, context) {
    if (!("properties" in schema) && !("type" in schema)) return;
    for (const [index, name] of strings(schema.required).entries()) {
      if (describes(schema, name, context.location, context)) continue;
      context.report({
        message: `Describe the property \`${name}\`, or take its name out of \`required\`.`,
        location: context.location.child(["required", index]),
      });
    }
  },
});

function describes(
  schema: Json,
  name: string,
  from: Location,
  context: UserContext,
  seen = new Set<JsonObject>(),
): boolean {
  return resolveChain(schema, from, context).some(({ node, location }) => {
    if (seen.has(node)) return false;
    seen.add(node);
    if (isObject(node.properties) && name in node.properties) return true;
    const parts = [node.allOf, node.oneOf, node.anyOf].flatMap(objects);
    return parts.some((part) => describes(part, name, location, context, seen));
  });
}
