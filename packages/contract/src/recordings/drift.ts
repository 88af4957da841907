import type { Problem } from "@notional/checker";
import type { Verdict } from "./check.ts";
import type { Exchange } from "./read.ts";

/** Something that real traffic has and the document lacks. */
export interface Drift {
  kind: "operation" | "status" | "content type" | "field" | "constant" | "query parameter" | "other";
  /** The operations, or the method and path of one that the document lacks. */
  operations: string[];
  versions: string[];
  side: "request" | "response";
  /** Where: a pointer with `*` for indices and for names that users choose. */
  at: string;
  /** What the document says of it. */
  message: string;
  /** The path of the schema that says so. */
  schema: string;
  count: number;
  /** The id of the first exchange that has it. */
  first: string;
}

/**
 * Gathers what a recording has and the document lacks: each thing once, the most frequent first.
 *
 * @param verdicts of the exchanges that the document has an operation for
 * @param stray the exchanges that it has none for
 */
export function driftOf(verdicts: Verdict[], stray: Exchange[]): Drift[] {
  const found = new Map<string, Drift>();
  const note = (
    drift: Omit<Drift, "operations" | "versions" | "count">,
    operation: string,
    version: string,
  ) => {
    const key = JSON.stringify([drift.side, drift.at, drift.message, drift.schema]);
    const known = found.get(key) ?? { ...drift, operations: [], versions: [], count: 0 };
    found.set(key, known);
    known.count += 1;
    if (!known.operations.includes(operation)) known.operations.push(operation);
    if (!known.versions.includes(version)) known.versions.push(version);
  };
  for (const { exchange, operationId, ...sides } of verdicts) {
    for (const side of ["request", "response"] as const) {
      for (const problem of sides[side]) {
        const { message, schema } = problem;
        const at = general(problem.at);
        note(
          { kind: kindOf(problem), side, at, message, schema, first: exchange.id },
          operationId,
          exchange.version,
        );
      }
    }
  }
  for (const { id, version, request } of stray) {
    const at = `${request.method} ${request.path.replaceAll(/[0-9a-f]{8}-?(?:[0-9a-f]{4}-?){3}[0-9a-f]{12}/g, "*")}`;
    const message = "is not an operation";
    note({ kind: "operation", side: "request", at, message, schema: "/paths", first: id }, at, version);
  }
  return [...found.values()].sort((a, b) => b.count - a.count);
}

/** What a recording has and the document lacks, for people. */
export function printDrift(drifts: Drift[]): string {
  if (drifts.length === 0) return "The document has all that the recording has.";
  return drifts
    .map(
      ({ kind, operations, versions, side, at, message, schema, count, first }) =>
        `${kind}: ${side} ${at} ${message}\n    ${count} times in ${operations.join(", ")} (${versions.join(", ")}), first in ${first}\n    schema: ${schema}`,
    )
    .join("\n");
}

/** Names of properties are users', and which item of a list it is says nothing. */
function general(at: string): string {
  return at.replaceAll(/\/\d+(?=\/|$)/g, "/*").replaceAll(/\/properties\/[^/]+/g, "/properties/*");
}

function kindOf({ at, message }: Problem): Drift["kind"] {
  if (at === "status") return "status";
  if (at === "content-type") return "content type";
  if (at.startsWith("query.")) return "query parameter";
  if (/unevaluated|additional/.test(message)) return "field";
  return /constant|allowed values/.test(message) ? "constant" : "other";
}
