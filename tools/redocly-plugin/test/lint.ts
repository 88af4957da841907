import { resolve } from "node:path";
import {
  BaseResolver,
  createConfig,
  getLineColLocation,
  lint,
  makeDocumentFromString,
} from "@redocly/openapi-core";
import notional from "../src/index.ts";

const ROOT = resolve("/spec");
export const ROOT_FILE = resolve(ROOT, "openapi.yaml");

/**
 * What one of our rules says about a tree of files that exists in memory only, as `file:line:column message`.
 * A single string is `openapi.yaml` itself.
 */
export async function lintWith(
  rule: string,
  files: string | Record<string, string>,
  options: Record<string, unknown> = {},
): Promise<string[]> {
  const config = await createConfig({
    plugins: [notional()],
    rules: { [`notional/${rule}`]: { severity: "error", ...options } },
  });
  const externalRefResolver = filesInMemory(typeof files === "string" ? { "openapi.yaml": files } : files);
  const problems = await lint({ ref: ROOT_FILE, config, externalRefResolver });
  return problems.map(({ message, location: [at] }) => {
    if (!at) return message;
    const { source, start } = getLineColLocation(at);
    return `${source.absoluteRef.slice(ROOT.length + 1)}:${start.line}:${start.col} ${message}`;
  });
}

/** Redocly's reader of files, for files that are not on disk. */
export function filesInMemory(files: Record<string, string>): BaseResolver {
  const resolver = new BaseResolver();
  for (const [name, text] of Object.entries(files)) {
    const path = resolve(ROOT, name);
    resolver.cache.set(path, Promise.resolve(makeDocumentFromString(withVersion(name, text), path)));
  }
  return resolver;
}

/** Every test's root says `openapi: 3.1.0` without writing it. It goes last, so that lines count from 1. */
function withVersion(name: string, text: string): string {
  const body = text.replace(/^\n/, "");
  return name === "openapi.yaml" ? `${body}\nopenapi: 3.1.0\n` : body;
}
