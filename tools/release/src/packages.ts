import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

export interface Manifest {
  name: string;
  version: string;
  private?: boolean;
  exports?: Record<string, string | { types: string; default?: string }>;
  bin?: Record<string, string>;
  dependencies?: Record<string, string>;
  peerDependenciesMeta?: Record<string, { optional?: boolean }>;
}

/** A package that is published. */
export interface PublicPackage {
  folder: string;
  manifest: Manifest;
}

export const ROOT = join(import.meta.dirname, "../../..");

/** Every package of the repository that is not private, by name. */
export function publicPackages(): PublicPackage[] {
  const folders = ["spec", ...readdirSync(join(ROOT, "packages")).map((name) => join("packages", name))];
  return folders
    .map((folder) => join(ROOT, folder))
    .filter((folder) => existsSync(join(folder, "package.json")))
    .map((folder) => ({ folder, manifest: readManifest(folder) }))
    .filter(({ manifest }) => !manifest.private)
    .sort((a, b) => a.manifest.name.localeCompare(b.manifest.name));
}

export function readManifest(folder: string): Manifest {
  return JSON.parse(readFileSync(join(folder, "package.json"), "utf8")) as Manifest;
}
