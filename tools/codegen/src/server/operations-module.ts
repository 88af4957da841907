import type { Bundle } from "../bundles.ts";
import { type Operation, operationsOf } from "../operations.ts";
import { header } from "../stamp.ts";

/** What the printed module imports; this one does not. */
const TYPES = "@notional/openapi-types";

/**
 * The module that lists the operations of every version: what a router and a check of access need to know.
 *
 * @param bundles every version, the oldest first
 * @param stamp what the module is made from
 */
export function operationsModule(bundles: Bundle[], stamp: { source: string; generator: string }): string {
  const entries = bundles.map(({ version, document }) => {
    const rows = operationsOf(document).map(
      (operation) => `    ${operation.operationId}: ${JSON.stringify(row(operation))},`,
    );
    return [`  ${JSON.stringify(version)}: {`, ...rows, "  },"].join("\n");
  });
  return `${header("The operations of every Notion-Version.", stamp)}import type { NotionVersion, OperationId } from "${TYPES}";

/** What the document says of an operation, its schemas aside. */
export interface Operation {
  readonly method: "GET" | "POST" | "PATCH" | "PUT" | "DELETE";
  /** With the names of its parameters: \`/v1/pages/{page_id}\`. */
  readonly path: \`/v1/\${string}\`;
  /** All of them are needed. */
  readonly capabilities: readonly string[];
  readonly hasBody: boolean;
  /** Of the body; none where there is no body. */
  readonly contentTypes: readonly string[];
  /** Names of security schemes, one of which is needed; none where nobody is asked. */
  readonly security: readonly string[];
}

export const operations = {
${entries.join("\n")}
} as const satisfies { [Version in NotionVersion]: Record<OperationId<Version>, Operation> };
`;
}

function row({ method, path, operation, security }: Operation) {
  const contentTypes = Object.keys(operation.requestBody?.content ?? {});
  return {
    method,
    path,
    capabilities: operation["x-notion-capabilities"] ?? [],
    hasBody: contentTypes.length > 0,
    contentTypes,
    security,
  };
}
