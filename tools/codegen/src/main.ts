import { join } from "node:path";
import { parseArgs } from "node:util";
import { generate } from "./generate.ts";

const USAGE = `Usage: codegen [--bundles <folder>] [--out <folder>]

Writes one module of TypeScript types per bundle. Only what is stale is written.

  --bundles   the folder of <date>/openapi.json   (spec/dist)
  --out       where the modules go                (packages/openapi-types/src/__generated__)
  --help      show this
`;

const ROOT = join(import.meta.dirname, "../../..");

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
  try {
    const { written, fresh } = await generate({
      bundles: options.bundles ?? join(ROOT, "spec/dist"),
      out: options.out ?? join(ROOT, "packages/openapi-types/src/__generated__"),
    });
    for (const version of written) console.log(`${version}: types written`);
    for (const version of fresh) console.log(`${version}: types are fresh`);
    return 0;
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    return 1;
  }
}

function readOptions() {
  try {
    const { values } = parseArgs({
      options: { bundles: { type: "string" }, out: { type: "string" }, help: { type: "boolean" } },
    });
    return values;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

process.exitCode = await main();
