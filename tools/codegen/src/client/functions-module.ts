import type { Call } from "./calls.ts";
import { comment } from "./comment.ts";

/**
 * The module with a function for every operation, each of which can be imported without the others.
 *
 * @param calls of all versions, each once
 * @param header the first lines
 */
export function functionsModule(calls: Call[], header: string): string {
  const names = calls.some(({ isList }) => isList) ? "listOperation, operation" : "operation";
  return `${header}import { ${names} } from "../operation.ts";

${calls.map(declaration).join("\n")}`;
}

function declaration(call: Call): string {
  const { id, method, path, isList } = call;
  const description = JSON.stringify({ method, path, ...detailsOf(call) });
  const make = isList ? "listOperation" : "operation";
  return `${comment([`${call.summary}: \`${method} ${path}\`.`], "")}
export const ${id} = /* @__PURE__ */ ${make}<"${id}">(${description});
`;
}

/**
 * What does not follow from method and path. What is neither in the path nor in the body is in the query, so that
 * its names are needed only beside a body.
 */
function detailsOf({ method, query, body, isRepeatable }: Call) {
  return {
    ...(body && query.length > 0 && { query }),
    ...(body && { body: body.contentType === "application/json" ? "json" : "form" }),
    ...(method === "POST" && isRepeatable && { repeatable: true }),
  };
}
