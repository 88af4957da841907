import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { type Bundle, operationsOf } from "@notional/checker";

const { resolve } = createRequire(import.meta.url);

/**
 * The OpenAPI file that the official MCP server makes its tools of. It describes a part of the API, loosely: many of
 * its answers are `{"type": "object"}`, and some are told by an example alone.
 */
export function mcpDocument(): Bundle {
  const folder = join(resolve("@notionhq/notion-mcp-server/package.json"), "..");
  return JSON.parse(readFileSync(join(folder, "scripts/notion-openapi.json"), "utf8")) as Bundle;
}

/** The Notion-Version that the server sends with an operation of its document. */
export function mcpVersion(document: Bundle, operationId: string): string {
  const parameters = operationsOf(document).find(
    (operation) => operation.operationId === operationId,
  )?.parameters;
  const header = parameters?.find(({ name }) => name === "Notion-Version");
  return String(header?.schema?.default ?? "2025-09-03");
}
