import { join } from "node:path";
import { parseArgs } from "node:util";
import type { Generated, GenerateOptions } from "./generate.ts";

export interface Generator {
  /** How it is called, without options. */
  usage: string;
  /** What it does, in a sentence. */
  summary: string;
  /** Where the modules go unless told otherwise. */
  out: string;
  generate: (options: GenerateOptions) => Promise<Generated>;
}

const ROOT = join(import.meta.dirname, "../../..");

/**
 * Runs a generator as its command line says.
 *
 * @returns the exit code: 1 when a bundle is missing or broken, 2 for a wrong use
 */
export async function runGenerator({ usage, summary, out, generate }: Generator): Promise<number> {
  const help = `Usage: ${usage} [--bundles <folder>] [--out <folder>]

${summary} Only what is stale is written.

  --bundles   the folder of <date>/openapi.json   (spec/dist)
  --out       where the modules go                (${out.slice(ROOT.length + 1)})
  --help      show this
`;
  const options = readOptions();
  if (typeof options === "string") {
    console.error(`${options}\n\n${help}`);
    return 2;
  }
  if (options.help) {
    console.log(help);
    return 0;
  }
  try {
    const { written, fresh } = await generate({
      bundles: options.bundles ?? join(ROOT, "spec/dist"),
      out: options.out ?? out,
    });
    for (const name of written) console.log(`${name}: written`);
    for (const name of fresh) console.log(`${name}: fresh`);
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
