import type { JsonObject } from "../json.ts";
import type { Rule, UserContext } from "../visitor.ts";

const KEY = "x-notion-capabilities";
const CAPABILITIES = [
  "read_content",
  "update_content",
  "insert_content",
  "read_comments",
  "insert_comments",
  "read_user_information",
];

/**
 * Every operation lists the capabilities that a token needs for it; an empty list says that any token will do. A webhook
 * has the list where a connection must have them to be told.
 */
export const operationHasCapabilities: Rule = () => ({
  Paths: {
    PathItem: {
      Operation(operation, context) {
        if (Array.isArray(operation[KEY])) return checkNames(operation, context);
        const { report, location } = context;
        report({
          message: `Add ${KEY}, a list of what a token must be allowed; it is empty when any token will do.`,
          location: KEY in operation ? location.child(KEY) : location.key(),
        });
      },
    },
  },
  WebhooksMap: { PathItem: { Operation: checkNames } },
});

function checkNames(operation: JsonObject, { report, location }: UserContext): void {
  const capabilities = operation[KEY];
  if (!Array.isArray(capabilities)) return;
  capabilities.forEach((capability, index) => {
    if (CAPABILITIES.includes(String(capability))) return;
    report({
      message: `Use a known capability instead of \`${String(capability)}\`: ${CAPABILITIES.join(", ")}.`,
      location: location.child([KEY, index]),
    });
  });
}
