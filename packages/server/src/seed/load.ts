import { readFile } from "node:fs/promises";
import { checkSeed } from "./check.ts";
import { SeedError } from "./error.ts";
import type { Seed } from "./format.ts";

/**
 * Reads a seed from a file.
 *
 * @param path Of YAML or JSON; JSON is YAML too.
 * @throws SeedError when there is no such file, or it holds no seed
 */
export async function loadSeed(path: string): Promise<Seed> {
  const text = await readFile(path, "utf8").catch((error: Error) => {
    throw new SeedError("", `The seed cannot be read: ${error.message}`);
  });
  return await parseSeed(text, path);
}

/**
 * Reads a seed from text.
 *
 * @param path What messages call it.
 * @throws SeedError when it is neither YAML nor JSON, or no seed
 */
export async function parseSeed(text: string, path: string): Promise<Seed> {
  const { parse } = await import("yaml");
  let value: unknown;
  try {
    value = parse(text);
  } catch (error) {
    throw new SeedError("", `${path}: ${(error as Error).message}`);
  }
  return await checkSeed(value);
}
