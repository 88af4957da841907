import type { Json } from "../json.ts";
import { isObject, objects } from "../json.ts";
import type { Rule } from "../visitor.ts";
import { resolveNode } from "./resolution.ts";

const SIGNATURE = "X-Notion-Signature";

/**
 * A webhook is a signed POST. Its receiver has no token of ours and answers any 2XX; how else it may answer is not for
 * the document to say.
 */
export const webhookOutline: Rule = () => ({
  WebhooksMap: {
    PathItem: {
      Operation(operation, context) {
        const { report, location, key } = context;
        if (key !== "post") report({ message: "Make it a POST: that is what Notion sends.", location });
        const parameters = objects(operation.parameters).map((node) => resolveNode(node, location, context));
        if (!parameters.some((parameter) => parameter?.node.name === SIGNATURE)) {
          report({
            message: `Add the parameter ${SIGNATURE}, which every delivery has.`,
            location: location.key(),
          });
        }
        if (!isEmptyList(operation.security)) {
          report({ message: "Add `security: []`: a delivery carries no token.", location: location.key() });
        }
        const statuses = isObject(operation.responses) ? Object.keys(operation.responses) : [];
        if (statuses.join() !== "2XX") {
          report({
            message: "Have one response, 2XX: any of them says that the delivery was received.",
            location: location.child("responses").key(),
          });
        }
      },
    },
  },
});

function isEmptyList(value: Json | undefined): boolean {
  return Array.isArray(value) && value.length === 0;
}
