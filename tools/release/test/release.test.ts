import { type ChildProcess, execFile, spawn } from "node:child_process";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { dirname, join, relative } from "node:path";
import { promisify } from "node:util";
import { publint } from "publint";
import { formatMessage } from "publint/utils";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { packAll } from "../src/pack.ts";
import { type Manifest, publicPackages, readManifest } from "../src/packages.ts";
import { install } from "../src/project.ts";

const run = promisify(execFile);
const manifests = new Map(publicPackages().map(({ manifest }) => [manifest.name, manifest]));
const names = [...manifests.keys()];

/** What only this repository imports: tools/fuzz asks the validators themselves. */
const OURS = ["@notional/server/validate"];

let folder = "";
let project = "";
const started: ChildProcess[] = [];

// Ten packages are packed and installed with all that they need from the registry.
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "notional-release-"));
  project = join(folder, "project");
  await mkdir(project);
  await install(project, await packAll(join(folder, "tarballs")));
}, 300_000);

afterAll(async () => {
  for (const child of started) child.kill();
  await rm(folder, { recursive: true, force: true });
});

const installed = (name: string): string => join(project, "node_modules", name);

/** Where the exports and commands of a manifest lead. */
function targetsOf({ exports = {}, bin = {} }: Manifest): string[] {
  const exported = Object.values(exports).flatMap((target) =>
    typeof target === "string" ? [target] : [target.types, target.default ?? []].flat(),
  );
  return [...exported, ...Object.values(bin)];
}

describe.each(names)("%s", (name) => {
  test("leads to files that are there, and to JavaScript", () => {
    const targets = targetsOf(readManifest(installed(name)));
    expect(targets).not.toEqual([]);
    const plain = targets.filter((target) => !target.includes("*"));
    expect(plain.filter((target) => !existsSync(join(installed(name), target)))).toEqual([]);
    expect(targets.filter((target) => /(?<!\.d)\.ts$/.test(target))).toEqual([]);
  });

  test("publishes what others may import here", () => {
    const here = manifests.get(name)?.exports ?? {};
    const kept = Object.keys(here).filter((path) => !OURS.includes(join(name, path)));
    expect(Object.keys(readManifest(installed(name)).exports ?? {}).sort()).toEqual(kept.sort());
  });

  test("brings its licence and its description", () => {
    expect(["LICENSE", "README.md"].filter((file) => !existsSync(join(installed(name), file)))).toEqual([]);
  });

  test("needs versions that a registry knows", () => {
    const { dependencies = {} } = readManifest(installed(name));
    expect(
      Object.values(dependencies).filter((range) => /^(workspace|catalog|file|link):/.test(range)),
    ).toEqual([]);
  });

  test("needs what it imports, and nothing that its build has taken in", () => {
    const files = readdirSync(installed(name), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && /\.(js|ts)$/.test(entry.name))
      .filter(({ parentPath }) => !relative(installed(name), parentPath).includes("node_modules"))
      .map((entry) => readFileSync(join(entry.parentPath, entry.name), "utf8"));
    const { dependencies = {} } = readManifest(installed(name));
    const isImported = (dependency: string): boolean =>
      files.some((text) => text.includes(`"${dependency}`) || text.includes(`\`${dependency}`));
    expect(Object.keys(dependencies).filter((dependency) => !isImported(dependency))).toEqual([]);
  });

  test("publint has nothing to say", async () => {
    const { messages } = await publint({ pkgDir: installed(name), pack: false, strict: true });
    const manifest = readManifest(installed(name));
    expect(messages.map((message) => formatMessage(message, { ...manifest }))).toEqual([]);
  });
});

async function runProgram(text: string): Promise<string> {
  const file = join(project, "program.js");
  await writeFile(file, text);
  const { stdout } = await run(process.execPath, [file], { cwd: project });
  return stdout.trim();
}

describe("in an empty project", () => {
  test("every module can be imported", async () => {
    const modules = names.flatMap((name) => {
      const { exports = {}, peerDependenciesMeta: peers = {} } = readManifest(installed(name));
      return (
        Object.entries(exports)
          .filter(([, target]) => typeof target === "object" && target.default)
          // `./msw` is for who has msw, which nobody here has.
          .filter(([path]) => !peers[path.slice(2)]?.optional)
          .map(([path]) => join(name, path).replace("2*", "2026-03-11"))
      );
    });
    expect(modules).toContain("@notional/server");
    const imports = modules.map((module) => `await import(${JSON.stringify(module)});`);
    expect(await runProgram(`${imports.join("\n")}\nconsole.log("all");`)).toBe("all");
  });

  test("a program of all packages compiles", async () => {
    await writeFile(
      join(project, "program.ts"),
      `import { createChecker, loadBundle } from "@notional/checker";
import { createClient } from "@notional/client";
import { targets } from "@notional/contract";
import { createDocsHandler } from "@notional/docs";
import { parse } from "@notional/formula";
import { createMock } from "@notional/mock";
import type { Page } from "@notional/openapi-types/2026-03-11";
import { createServer } from "@notional/server";

const checker = createChecker(loadBundle("2026-03-11"));
const server = await createServer({ database: "memory" });
const url: string = await server.listen();
const title = (page: Page): string => page.id;
export { checker, createClient, createDocsHandler, createMock, parse, targets, title, url };
`,
    );
    const tsc = join(dirname(createRequire(import.meta.url).resolve("typescript/package.json")), "bin/tsc");
    const types = dirname(
      dirname(dirname(createRequire(import.meta.url).resolve("@types/node/package.json"))),
    );
    const options = ["--module", "nodenext", "--target", "es2024", "--strict", "--skipLibCheck", "--noEmit"];
    const where = ["--types", "node", "--typeRoots", join(types, "@types"), "program.ts"];
    await run(process.execPath, [tsc, "--ignoreConfig", ...options, ...where], { cwd: project });
  }, 60_000);

  test("server, client and checker get along", async () => {
    const printed = await runProgram(`
      import { createChecker, loadBundle } from "@notional/checker";
      import { createClient } from "@notional/client";
      import { createServer } from "@notional/server";
      const server = await createServer();
      const baseUrl = await server.listen();
      const me = await createClient({ auth: "ntn_local_dev", baseUrl }).users.me();
      const checker = createChecker(loadBundle("2026-03-11"));
      const { request_id, ...user } = me;
      console.log(me.type, checker.check("/components/schemas/User", user).length);
      await server.close();
    `);
    expect(printed).toBe("bot 0");
  });

  const headers = { Authorization: "Bearer ntn_local_dev", "Notion-Version": "2026-03-11" };

  test("notional serve answers", async () => {
    const url = await listening("serve", "--port", "0");
    const answer = await fetch(new URL("/v1/users/me", url), { headers });
    expect(answer.status).toBe(200);
    expect(await answer.json()).toMatchObject({ object: "user", type: "bot" });
  }, 60_000);

  test("notional start has the reference, the guides and the mock beside", async () => {
    const url = await listening("start", "--port", "0", "--mock-port", "0");
    for (const path of ["/docs/2026-03-11/", "/docs/guides/", "/openapi/2026-03-11.json"]) {
      const answer = await fetch(new URL(path, url));
      expect([path, answer.status]).toEqual([path, 200]);
      await answer.arrayBuffer();
    }
  }, 60_000);

  test("notional mock answers with an example", async () => {
    const url = await listening("mock", "--port", "0");
    const answer = await fetch(new URL("/v1/users/me", url), { headers });
    expect(await answer.json()).toMatchObject({ object: "user" });
  }, 60_000);

  test("npx notional formula evaluates", async () => {
    const { stdout } = await run("npx", ["--no", "notional", "formula", "1 + 2"], { cwd: project });
    expect(stdout.trim()).toBe('{"type":"number","number":3}');
  }, 60_000);

  /** Starts a command, and gives the address that it prints. */
  async function listening(...args: string[]): Promise<string> {
    const child = spawn(process.execPath, [join(project, "node_modules/.bin/notional"), ...args], {
      cwd: project,
      stdio: ["ignore", "pipe", "inherit"],
    });
    started.push(child);
    let printed = "";
    for await (const chunk of child.stdout) {
      printed += String(chunk);
      const [url] = /http:\/\/[\w.]+:\d+/.exec(printed) ?? [];
      if (url) return url;
    }
    throw new Error(`notional ${args.join(" ")} ended: ${printed}`);
  }
});
