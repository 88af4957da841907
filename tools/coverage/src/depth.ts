import { type Checker, type Operation, operationsOf, type Webhook, webhooksOf } from "@notional/checker";
import { type Element, elementsOf, keyOf, type Root, requestRoot, responseRoot } from "./elements.ts";
import type { Exercised } from "./exercised.ts";
import { noteSeen } from "./seen.ts";

/** An element of a version, and whether the run has shown it. */
export interface Depth extends Element {
  version: string;
  seen: boolean;
}

/** Sets the bodies of a run against every union member, constant and optional property that a version has. */
export function depthOf(version: string, checker: Checker, exercised: Exercised[]): Depth[] {
  const operations: (Operation | Webhook)[] = [
    ...operationsOf(checker.bundle),
    ...webhooksOf(checker.bundle),
  ];
  const byId = new Map(operations.map((operation) => [operation.operationId, operation]));
  const seen = new Set<string>();
  for (const { operationId, status, request, response } of exercised.filter(
    (one) => one.version === version,
  )) {
    const operation = byId.get(operationId);
    if (!operation) continue;
    const sent = requestRoot(operation, request.contentType);
    if (sent && request.body !== undefined) noteSeen(checker, sent, request.body, seen);
    const answered =
      "responses" in operation && responseRoot(operation as Operation, status, response.contentType ?? "");
    if (answered) noteSeen(checker, answered, response.body, seen);
  }
  return [...elementsOf(checker.bundle, operations.flatMap(rootsOf)).values()].map((element) => ({
    ...element,
    version,
    seen: seen.has(keyOf(element)),
  }));
}

function rootsOf(operation: Operation | Webhook): Root[] {
  const requests = Object.keys(operation.requestBody?.content ?? {}).map((type) =>
    requestRoot(operation, type),
  );
  const responses =
    "path" in operation
      ? Object.entries(operation.responses).flatMap(([status, { content }]) =>
          Object.keys(content ?? {}).map((type) => responseRoot(operation, Number(status), type)),
        )
      : [];
  return [...requests, ...responses].filter((root) => root !== undefined);
}
