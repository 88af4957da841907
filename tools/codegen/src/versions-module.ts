import { createHash } from "node:crypto";
import { header } from "./stamp.ts";

/** The modules that list the versions: adding one to the spec is no change of code anywhere. */
export interface VersionModules {
  /** Types: which module belongs to which version. */
  types: string;
  /** Values: the dates. The one thing of this package that exists at run time, and in a module of its own. */
  values: string;
}

/**
 * @param versions every version, the oldest first
 * @param generator the hash of the generator, for the stamp
 */
export function versionModules(versions: string[], generator: string): VersionModules {
  const latest = versions.at(-1) ?? "";
  const source = createHash("sha256").update(versions.join()).digest("hex");
  const stamp = header("Every supported Notion-Version.", { source, generator });
  const alias = (version: string) => `v${version.replaceAll("-", "")}`;
  const types = `${stamp}${versions.map((v) => `import type * as ${alias(v)} from "./${v}.ts";\n`).join("")}
export type * from "./${latest}.ts";

/** The newest supported \`Notion-Version\`. */
export type LatestVersion = "${latest}";

/** What each \`Notion-Version\` has. */
export interface Versions {
${versions.map((v) => `  "${v}": ${entry(alias(v))};\n`).join("")}}
`;
  const values = `${stamp}/** Every supported \`Notion-Version\`, the oldest first. */
export const versions = [${versions.map((v) => `"${v}"`).join(", ")}] as const;

/** The newest supported \`Notion-Version\`. */
export const latestVersion = "${latest}";
`;
  return { types, values };
}

function entry(module: string): string {
  const names = ["paths", "webhooks", "operations", "components"];
  return `{ ${names.map((name) => `${name}: ${module}.${name}`).join("; ")} }`;
}
