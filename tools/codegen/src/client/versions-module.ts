/**
 * The module that leads from a version to the types of its methods.
 *
 * @param versions the oldest first
 * @param header the first lines
 */
export function versionsModule(versions: string[], header: string): string {
  const alias = (version: string) => `v${version.replaceAll("-", "")}`;
  const imports = versions.map((version) => `import type * as ${alias(version)} from "./${version}.ts";`);
  const entries = versions.map(
    (version) => `  "${version}": { methods: ${alias(version)}.Methods; calls: ${alias(version)}.Calls };`,
  );
  return `${header}${imports.join("\n")}

export interface Versions {
${entries.join("\n")}
}
`;
}
