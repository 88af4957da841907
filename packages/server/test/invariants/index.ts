import type { Database } from "../../src/index.ts";
import { brokenComputed } from "./computed.ts";
import { brokenRelations } from "./relations.ts";
import { brokenRows } from "./rows.ts";
import { brokenSchemas } from "./schemas.ts";
import { readState } from "./state.ts";
import { brokenTree } from "./tree.ts";

/**
 * Everything in which a database contradicts itself, whatever was done to it: nothing, if the server is right.
 * Waits for all writes, and keeps nothing of what it tries.
 */
export async function brokenInvariants(database: Database): Promise<string[]> {
  const found: string[] = [];
  const nothingKept = new Error("Nothing of this is kept.");
  try {
    await database.write("*", async (db) => {
      const state = await readState(db);
      found.push(...brokenTree(state), ...brokenSchemas(state), ...brokenRelations(state));
      found.push(...brokenComputed(state), ...(await brokenRows(db, state)));
      throw nothingKept;
    });
  } catch (error) {
    if (error !== nothingKept) throw error;
  }
  return found;
}
