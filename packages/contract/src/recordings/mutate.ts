/**
 * Prints how many mutants of the recorded bodies the bundles reject, and those that they take for good, by schema.
 *
 *     node src/recordings/mutate.ts [operationId]
 */
import { mutations } from "./mutants.ts";
import { hasRecordings, readRecordings, recordingsFile } from "./read.ts";
import { fatesOf } from "./survivors.ts";

if (!hasRecordings) {
  console.log(`Skipped: there are no recordings at ${recordingsFile}.`);
  process.exit(0);
}

const only = process.argv[2];
const fates = fatesOf(readRecordings()).filter(({ operationIds }) => !only || operationIds.includes(only));

for (const mutation of mutations) {
  const of = fates.filter((fate) => fate.mutation === mutation);
  const made = of.reduce((total, fate) => total + fate.made, 0);
  const survived = of.reduce((total, fate) => total + fate.survived, 0);
  console.log(`${mutation}: ${made - survived} of ${made} rejected`);
}
for (const { side, mutation, kind, field, operationIds, made, survived } of fates) {
  if (survived === 0) continue;
  console.log(
    `  ${kind}.${field}: ${mutation}, ${survived} of ${made} survive (${side} of ${operationIds.join(", ")})`,
  );
}
