import { describe, expect, test } from "vitest";
import { checkRecordings, strayExchanges, type Verdict } from "../../src/recordings/check.ts";
import { hasRecordings, readRecordings, recordingsFile } from "../../src/recordings/read.ts";

if (!hasRecordings) console.log(`Skipped: there are no recordings at ${recordingsFile}.`);

/** Real answers and accepted requests are the measure of the document, not the other way round. */
describe.skipIf(!hasRecordings)("recorded exchanges", () => {
  const exchanges = hasRecordings ? readRecordings() : [];
  const verdicts = checkRecordings(exchanges);

  test("are there for most operations", () => {
    expect(new Set(verdicts.map((verdict) => verdict.operationId)).size).toBeGreaterThan(15);
  });

  test("are each of an operation of their version, or of an address that there is not", () => {
    expect(
      strayExchanges(exchanges).map(({ id, request }) => `${request.method} ${request.path} (${id})`),
    ).toEqual([]);
  });

  test.each([...new Set(verdicts.map((verdict) => verdict.operationId))])(
    "of %s fit the document",
    (operationId) => {
      const of = verdicts.filter((verdict) => verdict.operationId === operationId);
      expect(of.filter(isBad).map(report)).toEqual([]);
    },
  );
});

function isBad({ request, response }: Verdict): boolean {
  return request.length + response.length > 0;
}

function report({ exchange, request, response }: Verdict) {
  return { id: exchange.id, version: exchange.version, request, response };
}
