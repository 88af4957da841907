/**
 * Prints what the bundles say of the recorded exchanges, by operation.
 *
 *     node src/recordings/main.ts [operationId]
 */
import { checkRecordings } from "./check.ts";
import { hasRecordings, readRecordings, recordingsFile } from "./read.ts";

if (!hasRecordings) {
  console.log(`Skipped: there are no recordings at ${recordingsFile}.`);
  process.exit(0);
}

const only = process.argv[2];
const exchanges = readRecordings();
const verdicts = checkRecordings(exchanges).filter((verdict) => !only || verdict.operationId === only);
const failed = verdicts.filter((verdict) => verdict.request.length + verdict.response.length > 0);

for (const operationId of new Set(verdicts.map((verdict) => verdict.operationId))) {
  const of = (list: typeof verdicts) => list.filter((verdict) => verdict.operationId === operationId);
  console.log(`${operationId}: ${of(verdicts).length - of(failed).length} of ${of(verdicts).length} valid`);
  for (const { exchange, request, response } of of(failed).slice(0, 8)) {
    console.log(`  ${exchange.id} (${exchange.version}, ${exchange.response.status})`);
    for (const problem of request.slice(0, 4))
      console.log(`    request  ${problem.at} ${problem.message} [${problem.schema}]`);
    for (const problem of response.slice(0, 4))
      console.log(`    response ${problem.at} ${problem.message} [${problem.schema}]`);
  }
}
console.log(
  `${verdicts.length - failed.length} of ${verdicts.length} valid; ${exchanges.length - verdicts.length} of operations that no bundle has.`,
);
process.exitCode = failed.length > 0 ? 1 : 0;
