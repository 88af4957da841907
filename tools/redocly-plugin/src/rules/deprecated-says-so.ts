import type { JsonObject } from "../json.ts";
import type { Rule, UserContext } from "../visitor.ts";

/** What is deprecated says so first, and can then say what to use instead. */
export const deprecatedSaysSo: Rule = () => {
  const check = (node: JsonObject, { report, location }: UserContext) => {
    if (node.deprecated !== true) return;
    if (typeof node.description === "string" && node.description.startsWith("Deprecated")) return;
    report({
      message: 'Start the description with "Deprecated", and say what to use instead.',
      location: "description" in node ? location.child("description") : location.child("deprecated").key(),
    });
  };
  // A schema or parameter can also be deprecated where it is referred to.
  return { ref: check, Operation: check, Parameter: check, Header: check, Schema: check };
};
