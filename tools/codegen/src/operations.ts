import type { OpenAPI3, OperationObject } from "openapi-typescript";

/** One operation of a bundle, whose request bodies are written out where they are used. */
export interface Operation {
  operationId: string;
  /** Upper case. */
  method: string;
  path: string;
  operation: BundledOperation;
  /** Names of security schemes. */
  security: string[];
}

interface BundledOperation extends Omit<OperationObject, "requestBody"> {
  requestBody?: { required?: boolean; content: Record<string, { schema?: unknown }> };
  "x-notion-capabilities"?: string[];
}

const METHODS = ["get", "post", "patch", "put", "delete"];

/**
 * Every operation that a client can call, in the order of the document.
 *
 * @throws {Error} when one has no operationId
 */
export function operationsOf(document: OpenAPI3): Operation[] {
  return Object.entries(document.paths ?? {}).flatMap(([path, item]) =>
    Object.entries(item as Record<string, BundledOperation>)
      .filter(([method]) => METHODS.includes(method))
      .map(([name, operation]) => {
        const method = name.toUpperCase();
        const { operationId } = operation;
        if (!operationId) throw new Error(`${method} ${path} has no operationId.`);
        const security = (operation.security ?? document.security ?? []).flatMap(Object.keys);
        return { operationId, method, path, operation, security };
      }),
  );
}
