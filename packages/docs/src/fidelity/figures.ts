import { readFile } from "node:fs/promises";
import { figuresFile } from "../files.ts";

/** How many recorded answers there are, and to how many of them the local server's are identical. */
export interface Share {
  identical: number;
  total: number;
}

/** What a replay of recorded traffic came to, as `packages/contract` writes it. */
export interface Figures {
  /** The day of the replay, `2026-03-11`. */
  date: string;
  tapes: number;
  exchanges: number;
  total: Share;
  operations: Record<string, Share>;
  properties: Record<string, Share>;
  blocks: Record<string, Share>;
  /** How many requests are of operations that the local server has not got. */
  notImplemented: Record<string, number>;
  leftovers: number;
}

/** @throws when the file is not there, or is no JSON */
export async function readFigures(file = figuresFile): Promise<Figures> {
  return JSON.parse(await readFile(file, "utf8")) as Figures;
}
