import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import type { Server } from "node:http";
import { createServer, request } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { createDocsHandler } from "../src/index.ts";

let pages: string;
let server: Server;
let url: string;

beforeAll(async () => {
  pages = await mkdtemp(join(tmpdir(), "notional-pages-"));
  await mkdir(join(pages, "2026-03-11"));
  await writeFile(join(pages, "2026-03-11", "index.html"), "<p>The reference</p>");
  for (const guide of [".", "blocks"]) {
    await mkdir(join(pages, "guides", guide), { recursive: true });
    await writeFile(join(pages, "guides", guide, "index.html"), `<p>Guide ${guide}</p>`);
  }
  await mkdir(join(pages, "fidelity"));
  await writeFile(join(pages, "fidelity", "index.html"), "<p>The fidelity</p>");
  server = createServer(createDocsHandler({ pages })).listen(0);
  url = `http://localhost:${(server.address() as AddressInfo).port}`;
});
afterAll(async () => {
  server.close();
  await rm(pages, { recursive: true });
});

const get = (path: string, init?: RequestInit) => fetch(url + path, { redirect: "manual", ...init });

/** As a hostile client sends it: fetch would tidy the path. */
const getRaw = (path: string, headers = {}) =>
  new Promise<{ status: number | undefined; body: string }>((resolve, reject) => {
    const { port } = new URL(url);
    request({ port, path, headers }, (response) => {
      let body = "";
      response.setEncoding("utf8").on("data", (chunk) => {
        body += chunk;
      });
      response.on("end", () => resolve({ status: response.statusCode, body }));
    })
      .on("error", reject)
      .end();
  });

describe("shape", () => {
  test("the index has every link, the token and a curl line", async () => {
    const response = await get("/");
    const page = await response.text();
    expect(response.headers.get("content-type")).toBe("text/html; charset=utf-8");
    for (const version of ["2022-06-28", "2025-09-03", "2026-03-11"]) {
      expect(page).toContain(`href="/docs/${version}/"`);
      expect(page).toContain(`href="/openapi/${version}.json"`);
      expect(page).toContain(`href="/openapi/${version}.yaml"`);
    }
    expect(page).toContain('href="/docs/guides/rich-text/"');
    expect(page).toContain('href="/docs/fidelity/"');
    expect(page).toContain(`curl ${url}/v1/users/me`);
    expect(page).toContain("ntn_local_dev");
    expect(page).toMatch(/\d+ operations, \d+ webhooks · the newest/);
    expect(page).toContain("<code>meeting_notes</code>");
  });

  test.each([
    ["/docs/2026-03-11/", "text/html; charset=utf-8", "<p>The reference</p>"],
    ["/docs/guides/", "text/html; charset=utf-8", "<p>Guide .</p>"],
    ["/docs/guides/blocks/", "text/html; charset=utf-8", "<p>Guide blocks</p>"],
    ["/docs/fidelity/", "text/html; charset=utf-8", "<p>The fidelity</p>"],
    ["/openapi/2026-03-11.json", "application/json; charset=utf-8", '"openapi": "3.1.0"'],
    ["/openapi/2022-06-28.yaml", "application/yaml; charset=utf-8", "openapi: 3.1.0"],
  ])("%s is %s", async (path, type, content) => {
    const response = await get(path);
    expect([response.status, response.headers.get("content-type")]).toEqual([200, type]);
    expect(await response.text()).toContain(content);
  });

  test.each([
    ["/docs", "/docs/2026-03-11/"],
    ["/docs/", "/docs/2026-03-11/"],
    ["/docs/2025-09-03", "/docs/2025-09-03/"],
    ["/docs/guides", "/docs/guides/"],
    ["/docs/guides/blocks", "/docs/guides/blocks/"],
    ["/docs/fidelity", "/docs/fidelity/"],
  ])("%s leads to %s", async (path, location) => {
    const response = await get(path);
    expect([response.status, response.headers.get("location")]).toEqual([307, location]);
  });
});

describe("validation", () => {
  test.each([
    "/nothing",
    "/docs/2020-01-01/",
    "/docs/2026-03-11/x",
    "/docs/constructor/",
    "/docs/guides/nothing/",
    "/docs/guides/blocks/x",
    "/docs/guides/blocks/index.html",
    "/docs/guides/../2026-03-11/",
    "/docs/guides/%2e%2e/",
    "/docs/guides//",
    "/docs/fidelity/x",
    "/docs/fidelity//",
    "/openapi/2026-03-11",
    "/openapi/2026-03-11.json/",
    "/openapi/2026-03-11.html",
    "/docs/../package.json",
    "/docs/2026-03-11/../../../package.json",
    "/docs/%2e%2e/%2e%2e/package.json",
    "/openapi/..%2f..%2fpackage.json",
    "//etc/passwd",
  ])("there is nothing at %s", async (path) => {
    const { status, body } = await getRaw(path);
    expect(status).toBe(404);
    expect(body).toContain("<h1>Not found</h1>");
  });

  test("a path and a host are shown as text", async () => {
    expect((await getRaw("/<script>alert(1)</script>")).body).toContain("&lt;script&gt;");
    const { body } = await getRaw("/", { host: '"><script>' });
    expect(body).toContain("curl http://localhost:4000/v1/users/me");
    expect(body).not.toContain("<script>");
  });

  test("only reading is allowed", async () => {
    const response = await get("/", { method: "POST" });
    expect([response.status, response.headers.get("allow")]).toEqual([405, "GET, HEAD"]);
  });
});

describe("behaviour", () => {
  test("what has not changed is not sent again", async () => {
    const first = await get("/openapi/2026-03-11.json");
    const etag = first.headers.get("etag") ?? "";
    await first.arrayBuffer();
    const again = await get("/openapi/2026-03-11.json", {
      headers: { "if-none-match": `"other", W/${etag}` },
    });
    expect([again.status, await again.text()]).toEqual([304, ""]);
    const changed = await get("/openapi/2026-03-11.json", { headers: { "if-none-match": '"other"' } });
    expect(changed.status).toBe(200);
    await changed.arrayBuffer();
  });

  test("HEAD says how long it is", async () => {
    const response = await get("/docs/2026-03-11/", { method: "HEAD" });
    expect([response.status, response.headers.get("content-length")]).toEqual([200, "20"]);
  });

  test("a page that is rebuilt is there at the next visit", async () => {
    const page = join(pages, "2026-03-11", "index.html");
    await writeFile(page, "<p>The new reference</p>");
    expect(await (await get("/docs/2026-03-11/")).text()).toBe("<p>The new reference</p>");
    await writeFile(page, "<p>The reference</p>");
  });

  test("a page that was not built yet is said to be missing", async () => {
    const response = await get("/docs/2022-06-28/");
    expect(response.status).toBe(404);
    expect(await response.text()).toContain("pnpm run docs builds it");
  });
});
