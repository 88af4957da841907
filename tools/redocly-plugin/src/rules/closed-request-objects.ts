import type { Json, JsonObject } from "../json.ts";
import { isObject } from "../json.ts";
import type { Location, Rule, UserContext } from "../visitor.ts";
import { ReachedSchemas } from "./reached-schemas.ts";
import type { Placed } from "./resolution.ts";
import { resolveNode } from "./resolution.ts";

/**
 * Requests are closed: Notion refuses a field that it does not know. Responses stay open, and so must the
 * schemas that both use, and the parts (`allOf`) that a schema is made of: there the whole is closed.
 */
export const closedRequestObjects: Rule = () => ({
  Root: {
    leave(root, context) {
      const requests = new ReachedSchemas(context);
      const responses = new ReachedSchemas(context);
      for (const { node, location } of operationsOf(root, context)) {
        addContent(node.requestBody, location.child("requestBody"), requests, context);
        for (const [status, response] of entries(node.responses)) {
          addContent(response, location.child(["responses", status]), responses, context);
        }
      }
      for (const [node, location] of requests.whole) {
        if (responses.whole.has(node) || !describesObject(node) || isClosed(node)) continue;
        const keyword = "allOf" in node ? "unevaluatedProperties" : "additionalProperties";
        context.report({ message: `Add \`${keyword}: false\`: a request has no unknown fields.`, location });
      }
    },
  },
});

function operationsOf(root: JsonObject, context: UserContext): Placed[] {
  return entries(root.paths).flatMap(([path, pathItem]) => {
    const item = resolveNode(pathItem, context.location.child(["paths", path]), context);
    return entries(item?.node).flatMap(([method, operation]) =>
      item && isObject(operation) && "responses" in operation
        ? [{ node: operation, location: item.location.child(method) }]
        : [],
    );
  });
}

function addContent(
  body: Json | undefined,
  at: Location,
  schemas: ReachedSchemas,
  context: UserContext,
): void {
  const resolved = resolveNode(body, at, context);
  for (const [type, mediaType] of entries(resolved?.node.content)) {
    if (resolved && isObject(mediaType)) {
      schemas.add(mediaType.schema, resolved.location.child(["content", type, "schema"]));
    }
  }
}

/** A union leaves it to its members. */
function describesObject(node: JsonObject): boolean {
  return "properties" in node || (node.type === "object" && !("oneOf" in node) && !("anyOf" in node));
}

function isClosed({ additionalProperties, unevaluatedProperties }: JsonObject): boolean {
  return [additionalProperties, unevaluatedProperties].some((value) => value === false || isObject(value));
}

function entries(value: Json | undefined): [string, Json][] {
  return isObject(value) ? Object.entries(value) : [];
}
