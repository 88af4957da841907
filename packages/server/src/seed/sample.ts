import type { Seed } from "./format.ts";

/** The sample workspace of the document's examples; who brings a seed of their own does not load it. */
export async function sampleSeed(): Promise<Seed> {
  const { sampleWorkspace } = await import("../__generated__/control/sample-workspace.ts");
  return sampleWorkspace;
}
