import { client } from "./client/index.ts";
import { formula } from "./formula.ts";
import { generate } from "./generate.ts";
import { mock } from "./mock.ts";
import { formulas } from "./query/formulas.ts";
import { query } from "./query/index.ts";
import { replay } from "./replay.ts";
import { search } from "./search.ts";
import { server } from "./server/index.ts";
import { postgres } from "./server/postgres.ts";
import { start } from "./start.ts";
import { formatTable, type Measurement } from "./table.ts";
import { types } from "./types.ts";
import { validators } from "./validators.ts";

/** One file per benchmark; its name is what `pnpm bench <name>` takes. */
const benchmarks: Record<string, () => Promise<Measurement[]>> = {
  generate,
  types,
  validators,
  formula,
  client,
  mock,
  start,
  server,
  query,
  formulas,
  search,
  replay,
  postgres,
};

const USAGE = `Usage: pnpm bench [name…]

Measures copies of the working tree, never the tree itself. Medians of repeated runs; ratios are of one run.

  generate    pnpm generate: cold, after an edit, with nothing to do
  types       the types of a version: openapi-typescript alone, and our whole step
  validators  every validator of a version, read and compiled
  formula     reading formulas, and evaluating them over many rows
  client      our client, the official SDK and plain fetch: size, types, speed
  mock        stock Prism and our mock on the same bundle: first answer, creating a page
  query       queries of data sources with 1 000, 100 000 and 1 000 000 rows
  formulas    filters and sorts by formulas over 100 000 rows, and what they cost when rows are changed
  start       pnpm start until the first answer: installed, and from a fresh clone
  server      the server: starting, memory, and requests next to bare node:http and Prism
  search      search over 100 000 titles
  replay      the given recordings, held to the document and replayed against the server
  postgres    the server with one, two and four processes over one PostgreSQL database
`;

async function main(names: string[]): Promise<number> {
  if (names.includes("--help")) {
    console.log(USAGE);
    return 0;
  }
  const unknown = names.filter((name) => !(name in benchmarks));
  if (unknown.length > 0) {
    console.error(`There is no benchmark ${unknown.join(", ")}.\n\n${USAGE}`);
    return 2;
  }
  for (const [name, run] of Object.entries(benchmarks)) {
    if (names.length > 0 && !names.includes(name)) continue;
    console.log(`\n${name}\n${formatTable(await run())}`);
  }
  return 0;
}

process.exitCode = await main(process.argv.slice(2));
