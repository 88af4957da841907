import { describe, expect, test } from "vitest";
import { mutations } from "../../src/recordings/mutants.ts";
import { hasRecordings, readRecordings, recordingsFile } from "../../src/recordings/read.ts";
import { type Fate, fatesOf } from "../../src/recordings/survivors.ts";

if (!hasRecordings) console.log(`Skipped: there are no recordings at ${recordingsFile}.`);

/** Fields that every recorded object of a kind has, and the API does not promise: `<kind>.<field>`, reason. */
const rightlyOptional: Record<string, string> = {
  "database.request_id": "Only at the top level. Before 2025-09-03 a search lists databases.",
  "page > properties place > place.name": "Docs and SDK: may be absent. Recorded once, with all of them.",
  "page > properties place > place.address": "The same.",
  "page > properties place > place.aws_place_id": "The same.",
  "page > properties place > place.google_place_id": "The same.",
  "user person > person.email":
    "Only for connections that may read e-mail addresses; those that recorded may.",
};

/** How many of the mutants of each sort have to be rejected. */
const least = 0.95;

/** A document that takes anything would be as true. So it is shown recorded bodies with one mistake in each. */
describe.skipIf(!hasRecordings)("mutants of recorded bodies", () => {
  const fates = hasRecordings ? fatesOf(readRecordings()) : [];

  test.each(mutations)("are rejected: %s", (mutation) => {
    const made = sum(fates, mutation, "made");
    const survived = sum(fates, mutation, "survived");
    console.log(`${mutation}: ${made - survived} of ${made} mutants rejected`);
    expect(made).toBeGreaterThan(1000);
    expect(1 - survived / made).toBeGreaterThanOrEqual(least);
  });

  test("are rejected where the API would not do without the field, the rest is explained", () => {
    const survivors = fates.filter(({ survived }) => survived > 0);
    const unexplained = survivors.filter((fate) => !rightlyOptional[name(fate)]);
    expect(
      unexplained.map((fate) => `${name(fate)}: ${fate.mutation} (${fate.operationIds.join(", ")})`),
    ).toEqual([]);
    const names = new Set(survivors.map(name));
    expect(Object.keys(rightlyOptional).filter((explained) => !names.has(explained))).toEqual([]);
  });
});

function name({ side, kind, field }: Fate): string {
  return side === "response" ? `${kind}.${field}` : `request ${kind}.${field}`;
}

function sum(fates: Fate[], mutation: Fate["mutation"], what: "made" | "survived"): number {
  return fates.filter((fate) => fate.mutation === mutation).reduce((total, fate) => total + fate[what], 0);
}
