import type { Json, JsonObject } from "../json.ts";
import { isObject } from "../json.ts";
import type { Location, Rule, UserContext } from "../visitor.ts";
import { resolveNode } from "./resolution.ts";

/**
 * Every body of an operation or a webhook has an example: the mock answers with them and the reference shows them.
 */
export const operationHasExample: Rule = () => ({
  Paths: { PathItem: { Operation: check } },
  WebhooksMap: { PathItem: { Operation: check } },
});

function check(operation: JsonObject, context: UserContext): void {
  const { location } = context;
  checkContent(operation.requestBody, location.child("requestBody"), "request", context);
  const responses = isObject(operation.responses) ? operation.responses : {};
  for (const [status, response] of Object.entries(responses)) {
    if (!status.startsWith("2")) continue;
    checkContent(response, location.child(["responses", status]), `${status} response`, context);
  }
}

function checkContent(body: Json | undefined, at: Location, what: string, context: UserContext): void {
  const resolved = resolveNode(body, at, context);
  if (!resolved || !isObject(resolved.node.content)) return;
  for (const [mediaType, content] of Object.entries(resolved.node.content)) {
    if (what !== "request" && !mediaType.includes("json")) continue;
    if (isObject(content) && isObject(content.examples) && Object.keys(content.examples).length > 0) continue;
    context.report({
      message: `Add an entry to the \`examples\` of this ${what}.`,
      location: resolved.location.child(["content", mediaType]).key(),
    });
  }
}
