import type { Measurement } from "../table.ts";
import { size } from "./size.ts";
import { speed } from "./speed.ts";
import { typeCheck } from "./type-check.ts";

/** Our client beside the official SDK and plain `fetch`: speed, what a browser loads, and what the compiler needs. */
export async function client(): Promise<Measurement[]> {
  return [...(await size()), ...(await typeCheck()), ...(await speed())];
}
