import type { Operation, Problem, RecordedResponse } from "@notional/checker";

/**
 * The headers that the document has for an answer and the answer lacks. Recordings may leave headers out, so only
 * what answers now is held to this.
 */
export function missingHeaders(operation: Operation, { status, headers }: RecordedResponse): Problem[] {
  return Object.keys(operation.responses[status]?.headers ?? {})
    .filter((name) => headers[name.toLowerCase()] === undefined)
    .map((name) => ({
      at: `header.${name}`,
      message: "is missing",
      schema: `${operation.pointer}/responses/${status}/headers/${name}`,
    }));
}
