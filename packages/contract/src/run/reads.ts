import type { Operation } from "@notional/checker";

/** Operations that read although they are POSTs. */
const QUERIES = /^(query|search|get|list|retrieve)/;

/** Whether an operation changes nothing. */
export const reads = ({ method, operationId }: Pick<Operation, "method" | "operationId">): boolean =>
  method === "get" || QUERIES.test(operationId);
