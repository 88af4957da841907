import { isObject, isReference } from "../json.ts";
import type { Rule } from "../visitor.ts";
import { listOption } from "./resolution.ts";

const STATUSES = ["400", "401", "403", "404", "409", "429", "500", "502", "503", "504", "529"];

/**
 * Every operation can fail in the ways that any of them can, and says so with the shared responses; what it
 * answers when it succeeds is its own. Options: `statuses`, the failures that every operation has, and `exceptions`,
 * by operationId those of them that an operation cannot have.
 */
export const commonErrors: Rule = (options) => {
  const statuses = listOption(options.statuses, STATUSES);
  const exceptions = new Map(Object.entries(Object(options.exceptions)));
  return {
    Paths: {
      PathItem: {
        Operation(operation, { report, location }) {
          const responses = isObject(operation.responses) ? operation.responses : {};
          const at = location.child("responses");
          const impossible = listOption(exceptions.get(String(operation.operationId)), []);
          const missing = statuses.filter((status) => !(status in responses) && !impossible.includes(status));
          if (missing.length > 0) {
            report({
              message: `Add the shared responses for ${missing.join(", ")}: any operation can answer them.`,
              location: at.key(),
            });
          }
          for (const [status, response] of Object.entries(responses)) {
            if (statuses.includes(status) && !isReference(response)) {
              report({
                message: `Refer to the shared response for ${status} in components/responses instead of writing one here.`,
                location: at.child(status).key(),
              });
            }
            if (status.startsWith("2") && isReference(response)) {
              report({
                message: `Write the ${status} response here: what an operation answers is its own.`,
                location: at.child(status).key(),
              });
            }
          }
        },
      },
    },
  };
};
