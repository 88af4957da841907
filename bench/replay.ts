import { existsSync } from "node:fs";
import { join } from "node:path";
import { time } from "./command.ts";
import { ROOT } from "./copy.ts";
import type { Measurement } from "./table.ts";

const RECORDINGS = join(ROOT, "../shared/recordings/exchanges.jsonl");

/** The given recordings, held to the document and replayed against the local server, from the start of the process. */
export async function replay(): Promise<Measurement[]> {
  if (!existsSync(RECORDINGS)) {
    console.log(`Skipped: there are no recordings at ${RECORDINGS}.`);
    return [];
  }
  await time(ROOT, "pnpm", ["generate"]);
  const check = ["packages/cli/src/main.ts", "contract", "replay", RECORDINGS];
  const against = ["packages/contract/src/replay/main.ts"];
  const measured = async (what: string, args: string[]): Promise<Measurement> => {
    const runs: number[] = [];
    for (let run = 0; run < 5; run += 1) runs.push(await time(ROOT, "node", args));
    return { what, runs, aim: 5_000 };
  };
  return [
    await measured("all recordings held to the document", check),
    await measured("all recordings replayed against the server", against),
  ];
}
