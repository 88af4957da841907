import { explain } from "../run/explain.ts";
import type { Verdict } from "./check.ts";
import type { Exchange } from "./read.ts";

/** How many exchanges of an operation are shown with what is wrong with them. */
const SHOWN = 8;

/**
 * What the document says of a recording, by operation, for people.
 *
 * @param verdicts of the exchanges that the document has an operation for
 * @param stray the exchanges that it has none for
 */
export function report(verdicts: Verdict[], stray: Exchange[]): string {
  const lines = [...Map.groupBy(verdicts, ({ operationId }) => operationId)].flatMap(([operationId, own]) => {
    const bad = own.filter(isBad);
    return [
      `${operationId}: ${own.length - bad.length} of ${own.length} valid`,
      ...bad.slice(0, SHOWN).map(show),
    ];
  });
  const unknown = stray.map(
    ({ id, version, request }) =>
      `  ${id}: ${version || "no version"} has no ${request.method} ${request.path}`,
  );
  const bad = verdicts.filter(isBad).length;
  return [
    ...lines,
    ...(unknown.length > 0 ? ["operations that the document lacks:", ...unknown] : []),
    `${verdicts.length - bad} of ${verdicts.length} valid; ${stray.length} of operations that the document lacks.`,
  ].join("\n");
}

/** Whether the document disagrees with an exchange. */
export function isBad({ request, response }: Verdict): boolean {
  return request.length + response.length > 0;
}

function show({ exchange, request, response }: Verdict): string {
  const findings = explain(
    [
      ...request.map((problem) => ({ ...problem, side: "request" as const })),
      ...response.map((problem) => ({ ...problem, side: "response" as const })),
    ],
    { request: exchange.request.body, response: exchange.response.body },
  );
  return `  ${exchange.id} (${exchange.version}, ${exchange.response.status})\n${findings.replace(/^/gm, "    ")}`;
}
