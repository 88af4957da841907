import { execFile } from "node:child_process";
import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import type { Sample } from "./samples.ts";

/** Within the package, so that samples import what it may import. */
const parent = fileURLToPath(new URL("../../__generated__/", import.meta.url));
const CONFIG = {
  extends: "../../../../tsconfig.base.json",
  compilerOptions: { types: ["node"], noEmit: true, rootDir: "../../../.." },
  include: ["*.ts"],
};

/**
 * Type-checks samples, each as a module of its own in which `notion` is a client, unless it creates one.
 *
 * @returns What the compiler says, with the guide and the line in it: `blocks-12.ts(3,7): error …`, the number
 *   after the name being the line of the fence.
 */
export async function typecheck(samples: readonly Sample[]): Promise<string[]> {
  await mkdir(parent, { recursive: true });
  const folder = await mkdtemp(join(parent, "guides-"));
  try {
    await writeFile(join(folder, "tsconfig.json"), JSON.stringify(CONFIG));
    await Promise.all(
      samples.map(({ guide, line, code }) => writeFile(join(folder, `${guide}-${line}.ts`), moduleOf(code))),
    );
    return await compile(folder);
  } finally {
    await rm(folder, { recursive: true });
  }
}

function compile(folder: string): Promise<string[]> {
  const tsc = join(dirname(createRequire(import.meta.url).resolve("typescript/package.json")), "bin/tsc");
  return new Promise((resolve, reject) => {
    execFile(process.execPath, [tsc, "-p", folder], { cwd: folder }, (error, stdout, stderr) => {
      if (stderr !== "") reject(new Error(stderr));
      else resolve(error ? stdout.trim().split("\n") : []);
    });
  });
}

// Before the code and in its first line, so that the lines of errors count from the fence.
const moduleOf = (code: string): string =>
  code.includes("createClient(")
    ? code
    : `export {}; declare const notion: import("@notional/client").NotionClient; ${code}`;
