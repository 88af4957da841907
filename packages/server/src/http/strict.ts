import { type Checker, createChecker, loadBundle, type Problem } from "@notional/checker";
import type { NotionVersion } from "@notional/openapi-types";

/** Some answers require one, and which it is does not matter. */
const ANY_ID = "00000000-0000-4000-8000-000000000000";

const checkers = new Map<NotionVersion, Checker>();

function checkerOf(version: NotionVersion): Checker {
  const known = checkers.get(version);
  if (known) return known;
  const checker = createChecker(loadBundle(version), { allErrors: false });
  checkers.set(version, checker);
  return checker;
}

/**
 * What the document finds wrong with an answer, undeclared fields included.
 *
 * @param body The success as it is sent, but for its `request_id`.
 */
export function problemsOf(version: NotionVersion, operationId: string, body: object): Problem[] {
  const checker = checkerOf(version);
  const operation = checker.operations.find((candidate) => candidate.operationId === operationId);
  if (!operation) return [];
  const headers = { "content-type": "application/json" };
  const sent = { ...body, request_id: ANY_ID };
  return checker.checkResponse(operation, { status: 200, headers, body: sent });
}
