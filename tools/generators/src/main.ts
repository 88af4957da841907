import { readdir, rm } from "node:fs/promises";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { parseArgs } from "node:util";
import { generators } from "./generators/index.ts";
import { type Outcome, tryGenerator } from "./try-generator.ts";

const USAGE = `Usage: pnpm generators [--version <date>…] [--only <name>]

Runs generators of others over each bundle, and a compiler over what they make.

  --version   only these versions            (all)
  --only      only generators so named       (all)
  --help      show this
`;

const OUT = join(import.meta.dirname, "../dist");

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
  const bundles = join(
    dirname(createRequire(import.meta.url).resolve("@notional/spec/package.json")),
    "dist",
  );
  const versions = options.version ?? (await readdir(bundles)).sort();
  const chosen = generators.filter(({ name }) => name.includes(options.only ?? ""));
  const outcomes: Outcome[] = [];
  for (const version of versions) {
    const bundle = join(bundles, version, "openapi.json");
    // One after the other, because most of them use all cores by themselves.
    for (const generator of chosen) {
      const folder = join(OUT, version, generator.name.replace(/:.*/, ""));
      const outcome = await tryGenerator(generator, version, bundle, folder);
      console.log(`${outcome.result.padEnd(8)} ${version}  ${outcome.generator}: ${outcome.detail}`);
      outcomes.push(outcome);
      if (outcome.result !== "failed") await rm(folder, { recursive: true, force: true });
    }
  }
  const failed = outcomes.filter(({ result }) => result === "failed");
  if (failed.length === 0) return 0;
  console.error(`\n${failed.length} failed; what they made is in ${OUT}.`);
  return 1;
}

function readOptions() {
  try {
    const { values } = parseArgs({
      options: {
        version: { type: "string", multiple: true },
        only: { type: "string" },
        help: { type: "boolean" },
      },
    });
    return values;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

process.exitCode = await main();
