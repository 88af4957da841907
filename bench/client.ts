import { size } from "./client/size.ts";
import { speed } from "./client/speed.ts";
import { typeCheck } from "./client/type-check.ts";
import type { Measurement } from "./table.ts";

/** Our client beside the official SDK and plain `fetch`: speed, what a browser loads, and what the compiler needs. */
export async function client(): Promise<Measurement[]> {
  return [...(await size()), ...(await typeCheck()), ...(await speed())];
}
