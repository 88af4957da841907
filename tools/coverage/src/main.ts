#!/usr/bin/env node
import { existsSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { cover } from "./cover.ts";
import { readDocumented } from "./documented.ts";
import { readExercised } from "./exercised.ts";
import { table } from "./table.ts";

const usage = `Usage: notional-coverage <log of the contract suite>

Prints which documented answers the contract suite has exercised, and writes coverage.json beside the log.
Exit code 1 when an operation of a bundle was not exercised at all.`;

const [log] = process.argv.slice(2);
if (log === "--help") {
  console.log(usage);
} else if (!log) {
  console.error(usage);
  process.exitCode = 2;
} else if (!existsSync(log)) {
  console.error(`There is no log at ${log}. Run \`pnpm contract\` to write one.`);
  process.exitCode = 2;
} else {
  const dist = join(dirname(createRequire(import.meta.url).resolve("@notional/spec/package.json")), "dist");
  const cells = cover(readDocumented(dist), readExercised(log));
  writeFileSync(join(dirname(log), "coverage.json"), `${JSON.stringify(cells, null, 2)}\n`);
  console.log(table(cells));
  const untouched = cells.filter((cell) => cell.exercised.length === 0);
  if (untouched.length > 0) {
    const names = untouched.map((cell) => `${cell.operationId} (${cell.version})`).join(", ");
    console.error(`\nNot exercised at all: ${names}. Give each a request and a response example in spec/.`);
    process.exitCode = 1;
  }
}
