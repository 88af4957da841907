import { execFile } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { promisify } from "node:util";
import { createMock } from "@notional/mock";
import { createServer } from "@notional/server";
import { afterAll, beforeAll, describe, expect, onTestFinished, test, vi } from "vitest";
import { groups } from "../src/__generated__/groups.ts";

const folder = join(import.meta.dirname, "../examples");

/** What each prints against a server of its own. */
const ON_SERVER: Record<string, RegExp> = {
  pages: /^Cupping notes, Friday\n404 object_not_found\n$/,
  blocks: /^121 blocks\n\*\*Ethiopia\*\* true\nBag 1 false\n$/,
  "data-sources": /^true\n2 are cheap\n3 in all\n$/,
  search: /^(\S{36} true\n){3}$/,
  users: /^bot .+\n(person|bot) .+\n/,
  comments: /Too bright for me\.\n/,
  "custom-emojis": /^\[/,
  webhooks: /^page\.created 2a7e3b51-8d4f-4c69-b2ea-3f507b9d1c23\n200 401\n$/,
};

/** What each prints against the mock, which has what the server does not do yet. */
const ON_MOCK: Record<string, RegExp> = {
  "file-uploads": /^10 bytes\nuploaded 36\n$/,
  oauth: /^\/v1\/oauth\/authorize\nactive: (true|false)\n$/,
  views: /^view \w+\n/,
  "async-tasks": /^(succeeded|failed)\n$/,
  agents: /^agent string\n/,
  sessions: /^session string\n$/,
};

/** Groups that are shown in the example of another one. */
const SHOWN_WITH: Record<string, string> = { databases: "data-sources" };

const run = async (name: string, url: string): Promise<string> => {
  const env = { PATH: process.env.PATH, NOTION_URL: url };
  return (await promisify(execFile)(process.execPath, [join(folder, `${name}.ts`)], { env })).stdout;
};

// Each example is a process of its own.
vi.setConfig({ testTimeout: 30_000 });

describe("shape", () => {
  test("every group has an example, and every example is run", () => {
    const dashed = (name: string) => name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
    const files = readdirSync(folder).map((file) => file.replace(".ts", ""));
    for (const group of Object.keys(groups)) expect(files).toContain(SHOWN_WITH[group] ?? dashed(group));
    const tested = [...Object.keys(ON_SERVER), ...Object.keys(ON_MOCK), "connect"];
    expect(files.sort()).toEqual(tested.sort());
  });
});

describe("behaviour", () => {
  test.each(Object.entries(ON_SERVER))("%s, with the server", async (name, output) => {
    const server = await createServer({ settings: { strict: true } });
    onTestFinished(() => server.close());
    expect(await run(name, await server.listen(0))).toMatch(output);
  });

  test("the five minutes of the README", async () => {
    const server = await createServer({ settings: { strict: true } });
    onTestFinished(() => server.close());
    const readme = readFileSync(join(folder, "../README.md"), "utf8");
    const program = /^## In five minutes[\s\S]*?```ts\n([\s\S]*?)```/m.exec(readme)?.[1] ?? "";
    const local = program.replace("http://localhost:4000", await server.listen(0));
    const { stdout } = await promisify(execFile)(
      process.execPath,
      ["--input-type=module-typescript", "-e", local],
      {
        cwd: folder,
      },
    );
    expect(stdout).toMatch(/^[0-9a-f-]{36}\n$/);
  });

  describe("with the mock", () => {
    const mock = createMock();
    beforeAll(async () => void (await mock.listen(0)));
    afterAll(() => mock.close());

    test.each(Object.entries(ON_MOCK))("%s", async (name, output) => {
      expect(await run(name, mock.url ?? "")).toMatch(output);
    });
  });
});
