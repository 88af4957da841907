import type { Rule } from "../visitor.ts";

/**
 * A property is a schema that is an object. JSON Schema knows `true` and `false` too, but `redocly score` crashes at
 * them, and generators for typed languages refuse the whole document.
 */
export const noBooleanProperties: Rule = () => ({
  SchemaProperties(properties, { report, location }) {
    for (const [name, property] of Object.entries(properties)) {
      if (typeof property !== "boolean") continue;
      const instead = property ? "leave it out, or write `{}`" : "write `not: {}`";
      report({
        message: `Not every tool reads \`${name}: ${property}\`: ${instead}.`,
        location: location.child(name).key(),
      });
    }
  },
});
