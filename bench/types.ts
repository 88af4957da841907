import { cp, mkdtemp, readdir, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { time } from "./command.ts";
import { ROOT } from "./copy.ts";
import type { Measurement } from "./table.ts";

/** The types of the newest version as openapi-typescript makes them, and as our step does, each a process. */
export async function types(): Promise<Measurement[]> {
  const folder = await mkdtemp(join(tmpdir(), "notional-bench-"));
  try {
    await time(ROOT, "pnpm", ["generate"]);
    const all = join(ROOT, "spec/dist");
    const one = join(folder, "dist");
    const newest = (await readdir(all)).sort().at(-1) ?? "";
    await cp(join(all, newest), join(one, newest), { recursive: true });
    const bundle = join(one, newest, "openapi.json");
    const out = join(folder, "out");

    const theirs: number[] = [];
    const ours: number[] = [];
    const fresh: number[] = [];
    const oursAll: number[] = [];
    for (let run = 0; run < 7; run += 1) {
      theirs.push(await openapiTypescript(folder, [bundle, "-o", join(folder, "theirs.ts")]));
      await rm(out, { recursive: true, force: true });
      ours.push(await codegen(one, out));
      fresh.push(await codegen(one, out));
      await rm(out, { recursive: true, force: true });
      oursAll.push(await codegen(all, out));
    }
    return [
      { what: "openapi-typescript alone, one version", runs: theirs },
      { what: "our step, one version", runs: ours, comparedTo: theirs },
      { what: "our step, one version, nothing to do", runs: fresh, comparedTo: theirs },
      { what: "our step, all versions", runs: oursAll, comparedTo: theirs },
    ];
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

// From the empty folder: where there is a `redocly.yaml`, openapi-typescript reads that instead of its arguments.
function openapiTypescript(cwd: string, args: string[]): Promise<number> {
  return time(cwd, process.execPath, [
    join(ROOT, "tools/codegen/node_modules/openapi-typescript/bin/cli.js"),
    ...args,
  ]);
}

function codegen(bundles: string, out: string): Promise<number> {
  return time(ROOT, process.execPath, [
    join(ROOT, "tools/codegen/src/main.ts"),
    "--bundles",
    bundles,
    "--out",
    out,
  ]);
}
