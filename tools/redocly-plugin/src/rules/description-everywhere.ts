import type { Json } from "../json.ts";
import { isObject } from "../json.ts";
import type { Location, Rule, UserContext } from "../visitor.ts";
import { isComponentRoot, resolveChain } from "./resolution.ts";

/**
 * Every named schema, property and header is described; Redocly's own rules ask it of operations,
 * parameters and responses. A property may leave it to the schema that it refers to, and a tag (`const`)
 * says enough itself.
 */
export const descriptionEverywhere: Rule = () => ({
  Schema(schema, { report, location }) {
    if (!isComponentRoot(location) || isDescription(schema.description)) return;
    report({ message: "Describe this schema in one or two sentences.", location });
  },
  Header(header, { report, location }) {
    if (isDescription(header.description)) return;
    report({ message: "Describe this header in one or two sentences.", location });
  },
  SchemaProperties(properties, context) {
    for (const [name, property] of Object.entries(properties)) {
      if (!isObject(property) || "const" in property) continue;
      const at = context.location.child(name);
      if (isDescribed(property, at, context)) continue;
      context.report({
        message: `Describe the property \`${name}\` in one or two sentences.`,
        location: at.key(),
      });
    }
  },
});

function isDescribed(property: Json, at: Location, context: UserContext): boolean {
  return resolveChain(property, at, context).some(({ node }) => isDescription(node.description));
}

function isDescription(value: Json | undefined): boolean {
  return typeof value === "string" && value.trim() !== "";
}
