import type { Call } from "./calls.ts";

/**
 * The module with the paths whose POST changes nothing. Other calls are known by their method.
 *
 * @param calls of all versions, each once
 * @param header the first lines
 */
export function readingPostsModule(calls: Call[], header: string): string {
  const paths = calls
    .filter(({ method, isRepeatable }) => method === "POST" && isRepeatable)
    .map(({ path }) => `  ${JSON.stringify(path)},`);
  return `${header}export const readingPosts: readonly string[] = [
${paths.join("\n")}
];
`;
}
