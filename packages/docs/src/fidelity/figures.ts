import { readFile } from "node:fs/promises";
import { figuresFile } from "../files.ts";

/** How many recorded answers there are, and to how many of them the local server's are identical. */
export interface Share {
  identical: number;
  total: number;
}

/**
 * What a replay of the recordings came to, as `packages/contract` writes it: counts and nothing else. The recordings are
 * not part of the project and nothing of them is, so this is what everybody else can see of it.
 */
export interface Figures {
  /** The day of the replay, `2026-03-11`. */
  date: string;
  tapes: number;
  /** How many exchanges there are in all; those of `notImplemented` are not among those of `total`. */
  exchanges: number;
  total: Share;
  operations: Record<string, Share>;
  /** By types: answers that have a property of the type, as a value or in a schema. */
  properties: Record<string, Share>;
  blocks: Record<string, Share>;
  /** How many requests are of operations that the local server has not got. */
  notImplemented: Record<string, number>;
  /** Results of recorded searches that were left out, because the index had not forgotten them. */
  leftovers: number;
}

/** @throws when the file is not there, or is no JSON */
export async function readFigures(file = figuresFile): Promise<Figures> {
  return JSON.parse(await readFile(file, "utf8")) as Figures;
}
