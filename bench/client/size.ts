import { gzipSync } from "node:zlib";
import { build } from "esbuild";
import type { Measurement } from "../table.ts";

const PROGRAMS = {
  "one call of @notional/client": `import { createCore, getPage } from "@notional/client/operations";
console.log(await getPage(createCore({ auth: "ntn_1" }), { page_id: "p" }));`,
  "a client of @notional/client": `import { createClient } from "@notional/client";
console.log(await createClient({ auth: "ntn_1" }).pages.get({ page_id: "p" }));`,
  "everything of @notional/client": `import * as client from "@notional/client";
console.log(client);`,
  "everything, with all its modules": `import * as client from "@notional/client";
import * as markdown from "@notional/client/markdown";
import * as oauth from "@notional/client/oauth";
import * as operations from "@notional/client/operations";
import * as tables from "@notional/client/tables";
import * as webhooks from "@notional/client/webhooks";
console.log(client, markdown, oauth, operations, tables, webhooks);`,
  "a client of @notionhq/client": `import { Client } from "@notionhq/client";
console.log(await new Client({ auth: "ntn_1" }).pages.retrieve({ page_id: "p" }));`,
  "everything of @notionhq/client": `import * as client from "@notionhq/client";
console.log(client);`,
};

const AIMS: Record<string, number> = {
  "one call of @notional/client": 5 * 1024,
  "everything of @notional/client": 12 * 1024,
};

/** What a browser would load: bundled and minified by esbuild, and compressed. In bytes. */
export async function size(): Promise<Measurement[]> {
  return Promise.all(
    Object.entries(PROGRAMS).map(async ([name, contents]) => {
      const { outputFiles } = await build({
        stdin: { contents, resolveDir: import.meta.dirname, loader: "ts" },
        bundle: true,
        minify: true,
        format: "esm",
        // The official SDK checks webhooks with it.
        external: ["node:crypto", "crypto"],
        write: false,
      });
      const [file] = outputFiles;
      const aim = AIMS[name];
      return {
        what: `${name}, compressed`,
        runs: [gzipSync(file?.contents ?? "").length],
        unit: "bytes" as const,
        ...(aim !== undefined && { aim }),
      };
    }),
  );
}
