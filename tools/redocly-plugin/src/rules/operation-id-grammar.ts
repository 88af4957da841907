import { isObject } from "../json.ts";
import type { Rule } from "../visitor.ts";
import { listOption } from "./resolution.ts";

/** What an operation of each method can do. */
const VERBS: Record<string, readonly string[]> = {
  get: ["get", "list"],
  post: ["create", "append", "query", "move", "search", "send", "complete", "list", "introspect", "revoke"],
  put: ["replace"],
  patch: ["update", "append"],
  delete: ["delete"],
};

/**
 * An operationId is a verb and a noun, in camelCase: `getPage`, `appendBlockChildren`. That of a webhook follows from
 * its name: `onPageContentUpdated` of `page.content_updated`.
 * Options: `exceptions`, names that Notion's own SDK gives and that are not (`search`).
 */
export const operationIdGrammar: Rule = (options) => {
  const exceptions = listOption(options.exceptions, ["search"]);
  return {
    Paths: {
      PathItem: {
        Operation(operation, { report, location, key }) {
          const id = operation.operationId;
          if (typeof id !== "string" || exceptions.includes(id)) return;
          const verbs = VERBS[String(key)] ?? [];
          if (verbs.some((verb) => new RegExp(`^${verb}([A-Z][a-z0-9]*)+$`).test(id))) return;
          report({
            message: `Name \`${id}\` in camelCase as a verb and a noun; a ${String(key).toUpperCase()} operation can ${verbs.join(", ")}.`,
            location: location.child("operationId"),
          });
        },
      },
    },
    WebhooksMap: {
      PathItem(item, { report, location, key }) {
        const expected = webhookId(String(key));
        for (const [method, operation] of Object.entries(item)) {
          if (!isObject(operation) || operation.operationId === expected) continue;
          report({
            message: `Name the operation of this webhook \`${expected}\`.`,
            location: location.child([method, "operationId"]),
          });
        }
      },
    },
  };
};

function webhookId(name: string): string {
  const words = name.split(/[._]/);
  return `on${words.map((word) => word.charAt(0).toUpperCase() + word.slice(1)).join("")}`;
}
