#!/usr/bin/env node
import { existsSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { bundledVersions, createChecker, loadBundle } from "@notional/checker";
import { cover } from "./cover.ts";
import { depthOf } from "./depth.ts";
import { readDocumented } from "./documented.ts";
import { readExercised } from "./exercised.ts";
import { measure } from "./measure.ts";
import { page } from "./page.ts";
import { table } from "./table.ts";
import { thresholds } from "./thresholds.ts";

const usage = `Usage: notional-coverage <log of the contract suite>

Prints which documented answers the contract suite has exercised and how much of the schemas its traffic has shown, and
writes coverage.json and coverage.html beside the log. Exit code 1 below a threshold (src/thresholds.ts).`;

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
  const exercised = readExercised(log);
  const cells = cover(readDocumented(dist), exercised);
  const depths = bundledVersions().flatMap((version) =>
    depthOf(version, createChecker(loadBundle(version)), exercised),
  );
  const shares = measure(cells, depths);
  const folder = dirname(log);
  writeFileSync(join(folder, "coverage.json"), `${JSON.stringify({ shares, cells, depths }, null, 2)}\n`);
  writeFileSync(join(folder, "coverage.html"), page(cells, depths, shares));
  console.log(`${table(cells)}\n`);
  for (const { measure, seen, total, missing } of shares) {
    const least = thresholds[measure];
    const isBelow = seen < least * total;
    console.log(`${measure}: ${seen} of ${total}${isBelow ? `, below ${least * 100} %` : ""}`);
    if (!isBelow) continue;
    console.error(`  not seen: ${missing.slice(0, 20).join(", ")}${missing.length > 20 ? " …" : ""}`);
    process.exitCode = 1;
  }
}
