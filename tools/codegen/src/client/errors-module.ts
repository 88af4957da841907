import type { OpenAPI3 } from "openapi-typescript";
import { operationsOf } from "../operations.ts";
import { propertiesOf, resolve, type Schema } from "./schemas.ts";

/**
 * The module of the codes of all failures, with the statuses that they come with.
 *
 * @param documents all versions
 * @param header the first lines
 */
export function errorsModule(documents: OpenAPI3[], header: string): string {
  const statuses = new Map<string, Set<string>>();
  for (const document of documents) {
    for (const [status, code] of failuresOf(document)) {
      statuses.set(code, (statuses.get(code) ?? new Set()).add(status));
    }
  }
  const entries = [...statuses]
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .map(([code, all]) => `  ${code}: ${[...all].sort().join(" | ")};`);
  return `${header}/** What \`code\` can be in an answer of the API, and the HTTP status beside it. */
export interface StatusByCode {
${entries.join("\n")}
}
`;
}

function failuresOf(document: OpenAPI3): [status: string, code: string][] {
  return operationsOf(document).flatMap(({ operation }) =>
    Object.entries(operation.responses as Record<string, { content?: Record<string, { schema: Schema }> }>)
      .filter(([status]) => /^[45]\d\d$/.test(status))
      .flatMap(([status, response]) => {
        const schema = resolve(document, response).content?.["application/json"]?.schema ?? {};
        return codesOf(document, schema).map((code): [string, string] => [status, code]);
      }),
  );
}

function codesOf(document: OpenAPI3, failure: Schema): string[] {
  const properties = propertiesOf(document, failure);
  // RFC 6749 has the code in `error`.
  const code = properties.get("code") ?? properties.get("error");
  if (!code) return [];
  const { const: only, enum: all = [only] } = resolve(document, code);
  return all.filter((value) => typeof value === "string");
}
