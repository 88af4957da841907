import { exec } from "node:child_process";
import { once } from "node:events";
import { cp, mkdir, mkdtemp, readFile, rm, symlink } from "node:fs/promises";
import type { AddressInfo } from "node:net";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Running } from "./run.ts";
import { notional } from "./run.ts";

const FREE_PORTS = ["--port", "0"];
const running = (process: Running) => process.prints(/Notional is running[\s\S]*\ncurl .*\n/);

describe("shape", () => {
  let started: Running;
  let output: string;
  const found = (pattern: RegExp): string => pattern.exec(output)?.[1] ?? "";

  beforeAll(async () => {
    started = notional(["start", ...FREE_PORTS]);
    [output] = await running(started);
  });
  afterAll(async () => {
    started.kill("SIGTERM");
    await started.ended;
  });

  test("prints every address once, the token and a curl line, without colours", () => {
    const url = found(/Index +(\S+)\//);
    const mockUrl = found(/Mock +(\S+)\/v1/);
    const versions = ["2026-03-11", "2025-09-03", "2022-06-28"];
    const expected = [
      `${url}/`,
      `${url}/v1`,
      `${url}/_notional/status`,
      ...versions.map((version) => `${url}/docs/${version}/`),
      ...versions.map((version) => `${url}/openapi/${version}.json`),
      `${mockUrl}/v1`,
      `${url}/v1/users/me`,
    ];
    expect(output.match(/http:\/\/\S+/g)).toEqual(expected);
    expect(output).toContain("Token    ntn_local_dev");
    expect(output).not.toContain("\x1b");
  });

  test("the curl line works when pasted", async () => {
    const { stdout } = await promisify(exec)(`${found(/(curl .*)/)} --silent`);
    expect(JSON.parse(stdout)).toMatchObject({ object: "user", name: "Roastery Sync", type: "bot" });
  });

  test("serves the index, the documents and the API on one port, and the mock beside", async () => {
    const url = found(/Index +(\S+)\//);
    const headers = { authorization: "Bearer ntn_local_dev", "notion-version": "2022-06-28" };
    const index = await fetch(`${url}/`);
    expect(await index.text()).toContain("<h1>Notional</h1>");
    const document = await fetch(`${url}/openapi/2022-06-28.json`);
    expect(await document.json()).toMatchObject({ info: { version: "2022-06-28" } });
    const api = await fetch(`${url}/v1/users`, { headers });
    expect(await api.json()).toMatchObject({ object: "list" });
    const beside = await fetch(`${found(/Mock +(\S+)\/v1/)}/v1/users`, { headers });
    expect(await beside.json()).toMatchObject({ object: "list" });
    const status = await fetch(`${url}/_notional/status`);
    expect(await status.json()).toMatchObject({ engine: "sqlite" });
    const none = await fetch(`${url}/v1`, { headers });
    expect(await none.json()).toMatchObject({ code: "invalid_request_url" });
    expect((await fetch(`${url}/v1x`)).status).toBe(404);
  });
});

test("--version, and help for a command", async () => {
  const { version } = JSON.parse(await readFile(join(import.meta.dirname, "../package.json"), "utf8")) as {
    version: string;
  };
  expect(await notional(["--version"]).ended).toEqual({ code: 0, stdout: `${version}\n`, stderr: "" });
  const { code, stdout } = await notional(["help", "clock"]).ended;
  expect([code, stdout]).toEqual([0, expect.stringContaining("Usage: notional clock")]);
});

test("who has read enough is told nothing", async () => {
  const main = join(import.meta.dirname, "../src/main.ts");
  const { stderr } = await promisify(exec)(`"${process.execPath}" "${main}" --help | true`);
  expect(stderr).toBe("");
});

describe("validation", () => {
  test.each([
    [["start", "--port", "abc"], '--port is a number from 0 to 65535, not "abc".'],
    [["start", "--port", "70000"], '--port is a number from 0 to 65535, not "70000".'],
    [["start", "--nope"], "Unknown option '--nope'"],
    [["start", "stray"], "Unexpected argument 'stray'."],
    [["mock", "--port"], "Option '--port <value>' argument missing"],
    [["nope"], "There is no command nope."],
    [[], "A command is missing."],
  ])("%j is used wrongly", async (args, message) => {
    const { code, stdout, stderr } = await notional(args).ended;
    expect([code, stdout]).toEqual([2, ""]);
    expect(stderr).toContain(message);
    expect(stderr).toContain("Usage: notional");
  });

  test("PORT is a port too", async () => {
    const { code, stderr } = await notional(["start"], { PORT: "http" }).ended;
    expect([code, stderr.split("\n")[0]]).toEqual([2, 'PORT is a number from 0 to 65535, not "http".']);
  });

  test.each([
    [["--help"], "Commands:"],
    [["start", "--help"], "Usage: notional start"],
    [["mock", "--help"], "Usage: notional mock"],
  ])("%j explains", async (args, text) => {
    const { code, stdout, stderr } = await notional(args).ended;
    expect([code, stderr]).toEqual([0, ""]);
    expect(stdout).toContain(text);
  });
});

describe("behaviour", () => {
  test.each(["--port", "--mock-port"])(
    "says that the port of %s is taken, and what to do",
    async (option) => {
      const other = createServer().listen(0, "127.0.0.1");
      await once(other, "listening");
      const { port } = other.address() as AddressInfo;
      const { code, stderr } = await notional(["start", ...FREE_PORTS, option, String(port)]).ended;
      other.close();
      expect(stderr).toBe(
        `Port ${port} is taken. Stop what listens there, or choose another one: ${option} ${port + 1}\n`,
      );
      expect(code).toBe(1);
    },
  );

  test("the mock listens ten ports above, so that a second one needs only --port", async () => {
    const other = createServer().listen(0, "127.0.0.1");
    await once(other, "listening");
    const { port } = other.address() as AddressInfo;
    const { code, stderr } = await notional(["start", "--port", String(port - 10)]).ended;
    other.close();
    expect([code, stderr]).toEqual([
      1,
      `Port ${port} is taken. Stop what listens there, or choose another one: --mock-port ${port + 1}\n`,
    ]);
  });

  test.each(["SIGINT", "SIGTERM"] as const)("stops at once on %s, with a connection open", async (signal) => {
    const started = notional(["start", ...FREE_PORTS]);
    const [, url] = await started.prints(/Index +(\S+)\//);
    await running(started);
    await (await fetch(`${url}/`)).text();
    started.kill(signal);
    const { code, stderr } = await started.ended;
    expect([code, stderr]).toEqual([0, ""]);
  });

  test("--log prints a line for each exchange", async () => {
    const started = notional(["start", ...FREE_PORTS, "--log"]);
    const [, url] = await started.prints(/Index +(\S+)\//);
    await running(started);
    await fetch(`${url}/v1/users/me`);
    await started.prints(
      /GET \/v1\/users\/me \(no version\) 401 \d+ ms\n {2}Authorization header must use the format "Bearer <token>"\./,
    );
    started.kill("SIGINT");
    expect((await started.ended).code).toBe(0);
  });

  test("`notional mock` serves the mock alone", async () => {
    const started = notional(["mock", "--port", "0"]);
    const [, url] = await started.prints(/The mock listens on (\S+)\/v1\n/);
    const [, curl] = await started.prints(/(curl .*)/);
    const { stdout } = await promisify(exec)(`${curl} --silent`);
    expect(JSON.parse(stdout)).toMatchObject({ object: "user" });
    expect((await fetch(`${url}/`)).status).toBe(400);
    started.kill("SIGINT");
    expect((await started.ended).code).toBe(0);
  });

  test("outside the repository there is nothing to generate", async () => {
    const folder = await mkdtemp(join(tmpdir(), "notional-installed-"));
    const here = join(import.meta.dirname, "..");
    const installed = join(folder, "packages/cli");
    await mkdir(installed, { recursive: true });
    await cp(join(here, "src"), join(installed, "src"), { recursive: true });
    await cp(join(here, "package.json"), join(installed, "package.json"));
    await symlink(join(here, "node_modules"), join(installed, "node_modules"));
    const script = join(installed, "src/main.ts");

    const help = await notional(["start", "--help"], {}, script).ended;
    expect(help.stdout).not.toMatch(/--generate|--watch/);
    const refused = await notional(["start", "--generate"], {}, script).ended;
    expect([refused.code, refused.stderr.split("\n")[0]]).toEqual([2, "Unknown option '--generate'"]);
    await rm(folder, { recursive: true });
  });
});
