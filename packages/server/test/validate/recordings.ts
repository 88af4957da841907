import { existsSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import type { NotionVersion } from "@notional/openapi-types";
import { operations } from "../../src/__generated__/operations.ts";

/** A real exchange. Recordings are not part of the project; see packages/contract. */
export interface Recording {
  id: string;
  request: { method: string; path: string; query: [string, string][]; version: NotionVersion; body: unknown };
  response: { status: number; body: { message?: string } | null };
}

const file = fileURLToPath(new URL("../../../../../shared/recordings/exchanges.jsonl", import.meta.url));

/** All there are; none on most machines. */
export function recordings(): Recording[] {
  if (!existsSync(file)) return [];
  const lines = readFileSync(file, "utf8").split("\n");
  return lines.filter((line) => line !== "").map((line) => JSON.parse(line));
}

/** The operation that a request is for. A path without parameters goes before one with them. */
export function operationOf({ method, path, version }: Recording["request"]) {
  const found = Object.entries(operations[version])
    .filter(([, operation]) => operation.method === method)
    .map(([operationId, operation]) => ({ operationId, parameters: match(operation.path, path) }))
    .filter(({ parameters }) => parameters !== undefined)
    .sort(
      (one, other) => Object.keys(one.parameters ?? {}).length - Object.keys(other.parameters ?? {}).length,
    );
  return found[0];
}

function match(template: string, path: string): Record<string, string> | undefined {
  const groups =
    new RegExp(`^${template.replaceAll(/\{(\w+)\}/g, "(?<$1>[^/]+)")}$`).exec(path)?.groups ?? {};
  const names = [...template.matchAll(/\{(\w+)\}/g)];
  if (names.length === 0) return template === path ? {} : undefined;
  if (Object.keys(groups).length === 0) return undefined;
  return Object.fromEntries(Object.entries(groups).map(([name, text]) => [name, decodeURIComponent(text)]));
}
