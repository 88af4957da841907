import { execFile } from "node:child_process";
import { cp, mkdir, mkdtemp, readdir, rm, symlink, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { promisify } from "node:util";
import type { Measurement } from "../table.ts";

const run = promisify(execFile);
const require = createRequire(import.meta.url);
const folderOf = (name: string, from = require) => dirname(from.resolve(`${name}/package.json`));
const tsc = join(folderOf("typescript"), "bin/tsc");
const RUNS = 7;

/** What the compiler says that it needed. */
const FIGURES = {
  "total time": { pattern: /Total time:\s+([\d.]+)s/, factor: 1000, unit: undefined },
  memory: { pattern: /Memory used:\s+(\d+)K/, factor: 1024, unit: "bytes" as const },
  instantiations: { pattern: /Instantiations:\s+(\d+)/, factor: 1, unit: "count" as const },
};

/**
 * The same program of twenty operations on both clients, as they are published: what checking its types needs. Each is
 * written as its client is meant to be used: what only a full object has is found with `in` there, and with `?.` here.
 */
export async function typeCheck(): Promise<Measurement[]> {
  const project = await mkdtemp(join(tmpdir(), "notional-bench-"));
  try {
    await install(project);
    const theirs = await check(project, "sdk.ts");
    const ours = await check(project, "ours.ts");
    return Object.entries(FIGURES).flatMap(([what, { pattern, factor, unit }]) => {
      const read = (outputs: string[]) =>
        outputs.map((output) => Number(pattern.exec(output)?.[1] ?? Number.NaN) * factor);
      const base = { ...(unit && { unit }) };
      return [
        { what: `@notionhq/client, ${what}`, runs: read(theirs), ...base },
        { what: `@notional/client, ${what}`, runs: read(ours), comparedTo: read(theirs), ...base },
      ];
    });
  } finally {
    await rm(project, { recursive: true, force: true });
  }
}

async function install(project: string): Promise<void> {
  const modules = join(project, "node_modules");
  const client = createRequire(join(folderOf("@notional/client"), "package.json"));
  for (const name of ["@notional/openapi-types", "@notional/client"]) {
    const folder = folderOf(name, client);
    await run(process.execPath, [tsc, "-p", "tsconfig.build.json"], { cwd: folder });
    await run("pnpm", ["pack", "--pack-destination", project], { cwd: folder });
    const start = name.replace("@", "").replace("/", "-");
    const tarball = (await readdir(project)).find((file) => file.startsWith(start)) ?? "";
    await mkdir(join(modules, name), { recursive: true });
    await run("tar", ["-xzf", join(project, tarball), "--strip-components=1", "-C", join(modules, name)]);
  }
  await mkdir(join(modules, "@notionhq"), { recursive: true });
  await symlink(folderOf("@notionhq/client"), join(modules, "@notionhq/client"));
  const openapiFetch = dirname(dirname(client.resolve("openapi-fetch")));
  await symlink(openapiFetch, join(modules, "openapi-fetch"));
  await writeFile(join(project, "package.json"), '{ "type": "module" }');
  for (const program of ["ours.ts", "sdk.ts"])
    await cp(join(import.meta.dirname, program), join(project, program));
}

async function check(project: string, program: string): Promise<string[]> {
  const options = "--strict --noEmit --skipLibCheck --module nodenext --target es2024 --lib es2024,dom".split(
    " ",
  );
  const args = [tsc, "--ignoreConfig", "--extendedDiagnostics", ...options, "--types", "", program];
  const outputs: string[] = [];
  for (let time = 0; time < RUNS; time += 1) {
    outputs.push((await run(process.execPath, args, { cwd: project })).stdout);
  }
  return outputs;
}
