import { header } from "../stamp.ts";

/**
 * The module that knows how to load the validators of each version, with paths that a bundler can follow.
 *
 * @param versions the oldest first
 * @param stamp what the module is made from
 */
export function loadersModule(versions: string[], stamp: { source: string; generator: string }): string {
  // To TypeScript the path is any string, because the modules are JavaScript without types.
  const entries = versions.map(
    (version) => `  "${version}": () => import("./requests-${version}.js" as string),`,
  );
  return `${header("Loads the validators of requests of a Notion-Version.", stamp)}export const modules = {
${entries.join("\n")}
};
`;
}
