import { readdirSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";

/** The folder of `@notional/spec`. */
export const spec = dirname(createRequire(import.meta.url).resolve("@notional/spec/package.json"));

/** Every version that there is a bundle of, the oldest first. */
export const versions = readdirSync(join(spec, "dist")).sort();

/** Where the bundle of a version is. */
export function bundlePath(version: string): string {
  return join(spec, "dist", version, "openapi.json");
}

export function readBundle(version: string): Record<string, unknown> {
  return JSON.parse(readFileSync(bundlePath(version), "utf8"));
}
