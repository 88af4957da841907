import { execFile } from "node:child_process";
import { mkdtemp, readdir, readFile, rm, symlink, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { promisify } from "node:util";
import { checkPackage, createPackageFromTarballData } from "@arethetypeswrong/core";
import { publint } from "publint";
import { formatMessage } from "publint/utils";
import { afterAll, beforeAll, expect, test } from "vitest";
import { packInto } from "../src/pack.ts";

const run = promisify(execFile);
const require = createRequire(import.meta.url);
const folderOf = (name: string) => dirname(require.resolve(`${name}/package.json`));
const tsc = join(folderOf("typescript"), "bin/tsc");

let project = "";
let installed = "";

// What is packed is what is built: both packages are compiled, which a busy machine takes its time for.
beforeAll(async () => {
  project = await mkdtemp(join(tmpdir(), "notional-pack-"));
  for (const name of ["@notional/openapi-types", "@notional/client"]) {
    const folder = folderOf(name);
    await run(process.execPath, [tsc, "-p", "tsconfig.build.json"], { cwd: folder });
    installed = await packInto(folder, name, project);
  }
  const openapiFetch = createRequire(join(folderOf("@notional/client"), "package.json")).resolve(
    "openapi-fetch",
  );
  await symlink(dirname(dirname(openapiFetch)), join(project, "node_modules/openapi-fetch"));
}, 120_000);

afterAll(() => rm(project, { recursive: true, force: true }));

test("publint has nothing to say", async () => {
  const { messages } = await publint({ pkgDir: installed, pack: false, strict: true });
  const manifest = JSON.parse(await readFile(join(installed, "package.json"), "utf8"));
  expect(messages.map((message) => formatMessage(message, manifest))).toEqual([]);
});

test("are the types wrong? Not where modules are ES modules", async () => {
  const tarball = (await readdir(project)).find((name) => name.startsWith("notional-client")) ?? "";
  const result = await checkPackage(createPackageFromTarballData(await readFile(join(project, tarball))));
  // There are no CommonJS modules, on purpose; those are the problems of the two that are left out.
  const problems = (result.types ? result.problems : []).filter(
    (problem) => !("resolutionKind" in problem && ["node10", "node16-cjs"].includes(problem.resolutionKind)),
  );
  expect(result.types).toBeTruthy();
  expect(problems).toEqual([]);
});

test("a program compiles against what is packed, and runs", async () => {
  const program = `
import { createClient, NotionError } from "@notional/client";
import { createCore, getUser } from "@notional/client/operations";

const fetch = async () => Response.json({ object: "user", id: "u" });
const { object } = await createClient({ auth: "ntn_1", fetch }).users.me();
const user = await getUser(createCore({ auth: "ntn_1", fetch, version: "2025-09-03" }), { user_id: "u" });
console.log(object, user.id, NotionError.name);
`;
  await writeFile(join(project, "package.json"), '{ "type": "module" }');
  await writeFile(join(project, "program.ts"), program);
  const options = ["--module", "nodenext", "--target", "es2023", "--lib", "es2023,dom", "--types", ""];
  const compiler = [tsc, "--ignoreConfig", "--strict", "--noEmit", ...options, "program.ts"];
  await run(process.execPath, compiler, { cwd: project });
  const { stdout } = await run(process.execPath, ["program.ts"], { cwd: project });
  expect(stdout).toBe("user u NotionError\n");
}, 60_000);

test("source maps lead to sources that are there", async () => {
  const map = JSON.parse(await readFile(join(installed, "dist/list.js.map"), "utf8"));
  const { sources } = map as { sources: string[] };
  expect(sources).toEqual(["../src/list.ts"]);
  await expect(readFile(join(installed, "dist", sources[0] ?? ""), "utf8")).resolves.toContain("class List");
});

test("it needs openapi-fetch, and nothing else that is not ours", async () => {
  const { dependencies } = JSON.parse(await readFile(join(installed, "package.json"), "utf8"));
  expect(Object.keys(dependencies)).toEqual(["@notional/openapi-types", "openapi-fetch"]);
});
