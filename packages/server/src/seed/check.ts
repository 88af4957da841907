import { SeedError } from "./error.ts";
import type { Seed } from "./format.ts";

/**
 * Holds a value to the schema of seeds.
 *
 * @throws SeedError that names the path of the first thing that is wrong
 */
export async function checkSeed(value: unknown): Promise<Seed> {
  // Only who brings a seed of their own waits for the compilation of its schema.
  const { problemIn } = await import("../control/schemas.ts");
  const problem = problemIn("Seed", value);
  if (problem) throw new SeedError(problem.path, problem.message);
  return value as Seed;
}
