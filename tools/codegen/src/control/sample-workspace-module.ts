import type { Bundle } from "../bundles.ts";
import { header } from "../stamp.ts";
import { type Seed, sampleWorkspace } from "./sample-workspace.ts";

/**
 * The module of the seed that a server starts with.
 *
 * @param bundle the newest
 * @param rest what no example shows
 */
export function sampleWorkspaceModule(
  bundle: Bundle,
  rest: Seed,
  stamp: { source: string; generator: string },
): string {
  const seed = JSON.stringify(sampleWorkspace(bundle.document, rest));
  return `${header("The sample workspace of the document's examples.", stamp)}import type { Seed } from "./types.ts";

// As text, because JSON is read faster than code, and is no work for the compiler.
export const sampleWorkspace = JSON.parse(${JSON.stringify(seed)}) as Seed;
`;
}
