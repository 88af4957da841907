import { existsSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { bundle } from "./bundle.ts";
import { bundleSingle } from "./bundle-single.ts";
import type { Problem } from "./problem.ts";
import { formatProblem } from "./problem.ts";
import { formatSummary } from "./summary.ts";

const USAGE = `Usage: bundle [--root <folder>] [--out <folder>]

Lints the tree, cuts one OpenAPI document per Notion-Version, lints each, and writes them; then the document of the
control API, which has no versions, from the folder control.

  --root   the folder of openapi.yaml   (spec)
  --out    where to write               (<root>/dist)
  --help   show this
`;

async function main(): Promise<number> {
  const options = readOptions();
  if (typeof options === "string") {
    console.error(`${options}\n\n${USAGE}`);
    return 2;
  }
  if (options.help) {
    console.log(USAGE);
    return 0;
  }
  const root = options.root ?? join(import.meta.dirname, "../../../spec");
  const outDir = options.out ?? join(root, "dist");
  const result = await bundle({ root, outDir });
  if (!result.ok) return report(result.problems);
  for (const summary of result.versions) console.log(formatSummary(summary));
  if (!existsSync(join(root, "control"))) return 0;
  const control = await bundleSingle("control", {
    root: join(root, "control"),
    outDir: join(root, "control/dist"),
  });
  if (!control.ok) return report(control.problems);
  console.log(formatSummary(control.summary));
  return 0;
}

function report(problems: Problem[]): number {
  for (const problem of problems) console.error(formatProblem(problem));
  const count = problems.length;
  console.error(`\n${count} ${count === 1 ? "problem" : "problems"}: nothing was written.`);
  return 1;
}

function readOptions() {
  try {
    const { values } = parseArgs({
      options: { root: { type: "string" }, out: { type: "string" }, help: { type: "boolean" } },
    });
    return values;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

try {
  process.exitCode = await main();
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 2;
}
