import { createReadStream } from "node:fs";
import type { FileHandle } from "node:fs/promises";
import { open, readFile } from "node:fs/promises";
import type { IncomingMessage, ServerResponse } from "node:http";
import { join } from "node:path";
import { pipeline } from "node:stream/promises";
import { bundleFile, changesFile, pagesFolder, versions } from "./files.ts";
import { readGuides } from "./guides/read.ts";
import { indexPage, notFoundPage } from "./index-page.ts";

/** Answers one exchange, on any `node:http` server. */
export type DocsHandler = (request: IncomingMessage, response: ServerResponse) => Promise<void>;

export interface DocsOptions {
  /** The token that the index page shows. */
  token?: string;
  /** Where the built pages are. */
  pages?: string;
}

const HTML = "text/html; charset=utf-8";
const BUNDLE_TYPES = { json: "application/json; charset=utf-8", yaml: "application/yaml; charset=utf-8" };
/** Ask again each time; what has not changed is answered by 304. */
const REVALIDATE = { "cache-control": "no-cache", "x-content-type-options": "nosniff" };

/**
 * Serves the index at `/`, the guides at `/docs/guides/`, the reference at `/docs/<date>/`, what is known of the local
 * server's fidelity at `/docs/fidelity/`, and the bundles at `/openapi/<date>.json` and `.yaml`. Everything is read when it is asked for, so a rebuilt page is there at the next visit.
 *
 * A path only ever chooses among known versions and plain names, so it cannot lead anywhere else.
 */
export function createDocsHandler({
  token = "ntn_local_dev",
  pages = pagesFolder,
}: DocsOptions = {}): DocsHandler {
  return async (request, response) => {
    const path = request.url?.split(/[?#]/, 1)[0] ?? "/";
    if (request.method !== "GET" && request.method !== "HEAD") {
      response
        .writeHead(405, { allow: "GET, HEAD", "content-type": "text/plain" })
        .end("Method not allowed\n");
      return;
    }
    if (path === "/") return sendText(request, response, 200, await index(request.headers.host, token));

    const [, folder, name = "", ...rest] = path.split("/");
    const date = name.replace(/\.(json|yaml)$/, "");
    if (versions.includes(date)) {
      if (folder === "docs" && rest.join("/") === "" && date === name) {
        if (rest.length === 0) return redirect(response, `/docs/${date}/`);
        return sendFile(request, response, join(pages, date, "index.html"), HTML);
      }
      if (folder === "openapi" && rest.length === 0 && date !== name) {
        const extension = name.endsWith(".json") ? "json" : "yaml";
        return sendFile(request, response, bundleFile(date, extension), BUNDLE_TYPES[extension]);
      }
    }
    if (folder === "docs" && name === "fidelity") {
      if (rest.length === 0) return redirect(response, "/docs/fidelity/");
      if (rest.join("/") === "") return sendFile(request, response, join(pages, "fidelity/index.html"), HTML);
    }
    if (folder === "docs" && name === "guides") {
      const [guide = "", end] = rest;
      if (rest.length === 0) return redirect(response, "/docs/guides/");
      if (rest.length === 1 && guide === "") return sendFile(request, response, guidePage(pages, "."), HTML);
      if (/^[a-z-]+$/.test(guide)) {
        if (rest.length === 1) return redirect(response, `/docs/guides/${guide}/`);
        if (rest.length === 2 && end === "")
          return sendFile(request, response, guidePage(pages, guide), HTML);
      }
    }
    if (path === "/docs" || path === "/docs/") return redirect(response, `/docs/${versions[0]}/`);
    return sendText(request, response, 404, notFoundPage(path));
  };
}

const guidePage = (pages: string, name: string): string => join(pages, "guides", name, "index.html");

async function index(host: string | undefined, token: string): Promise<string> {
  // Whatever is not a plain host name and port does not come from a browser.
  const origin = `http://${host && /^[\w.-]+(:\d+)?$|^\[[\da-f:]+\](:\d+)?$/i.test(host) ? host : "localhost:4000"}`;
  const counted = versions.map(async (date) => ({ date, ...(await count(date)) }));
  const changes = await readFile(changesFile, "utf8").catch(() => "");
  return indexPage({
    origin,
    token,
    versions: await Promise.all(counted),
    guides: await readGuides(),
    changes,
  });
}

async function count(date: string): Promise<{ operations: number; webhooks: number }> {
  const text = await readFile(bundleFile(date, "json"), "utf8").catch(() => "{}");
  const { paths = {}, webhooks = {} }: Record<string, Record<string, object>> = JSON.parse(text);
  const methods = Object.values(paths).flatMap((path) => Object.keys(path));
  const operations = methods.filter((method) => ["get", "post", "put", "patch", "delete"].includes(method));
  return { operations: operations.length, webhooks: Object.keys(webhooks).length };
}

function redirect(response: ServerResponse, location: string): void {
  response.writeHead(307, { location }).end();
}

function sendText(request: IncomingMessage, response: ServerResponse, status: number, html: string): void {
  response.writeHead(status, {
    ...REVALIDATE,
    "content-type": HTML,
    "content-length": Buffer.byteLength(html),
  });
  response.end(request.method === "HEAD" ? undefined : html);
}

async function sendFile(
  request: IncomingMessage,
  response: ServerResponse,
  file: string,
  type: string,
): Promise<void> {
  let handle: FileHandle;
  try {
    handle = await open(file);
  } catch {
    return sendText(request, response, 404, notFoundPage(`${request.url} (pnpm run docs builds it)`));
  }
  // The open file stays whole even when a rebuild replaces it meanwhile.
  const { size, mtimeMs } = await handle.stat();
  const etag = `"${size.toString(36)}-${Math.round(mtimeMs).toString(36)}"`;
  const headers = { ...REVALIDATE, etag };
  const isFresh = request.headers["if-none-match"]
    ?.split(/,\s*/)
    .some((tag) => tag.replace(/^W\//, "") === etag);
  if (isFresh || request.method === "HEAD") {
    await handle.close();
    response.writeHead(
      isFresh ? 304 : 200,
      isFresh ? headers : { ...headers, "content-type": type, "content-length": size },
    );
    response.end();
    return;
  }
  response.writeHead(200, { ...headers, "content-type": type, "content-length": size });
  // A visitor who leaves early is no error.
  await pipeline(createReadStream("", { fd: handle }), response).catch(() => {});
}
