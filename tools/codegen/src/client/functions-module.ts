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
  const details = detailsOf(call);
  const more = Object.keys(details).length > 0 ? [details] : [];
  const make = isList ? "listOperation" : "operation";
  return `${comment([`${call.summary}: \`${method} ${path}\`.`], "")}
export const ${id} = /* @__PURE__ */ ${make}<"${id}">(${[method, path, ...more].map((part) => JSON.stringify(part)).join(", ")});
`;
}

/**
 * What does not follow from method and path. GET and DELETE have no body, all others JSON. What is neither in the path
 * nor in the body is in the query, so that its names are needed only beside a body. Lists read.
 */
function detailsOf({ method, query, body, isList, isRepeatable }: Call) {
  const kind = body ? (body.contentType === "application/json" ? "json" : "form") : "none";
  const expected = method === "GET" || method === "DELETE" ? "none" : "json";
  return {
    ...(body && query.length > 0 && { query }),
    ...(kind !== expected && { body: kind }),
    ...(method === "POST" && isRepeatable && !isList && { reads: true }),
  };
}
