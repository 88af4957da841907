import { readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { time } from "./command.ts";
import { withCopy } from "./copy.ts";
import type { Measurement } from "./table.ts";

const EDITED = "spec/components/schemas/user/PersonDetails.yaml";

/** `pnpm generate`: without any cache, after an edit of one description, and with nothing to do. */
export function generate(): Promise<Measurement[]> {
  return withCopy(async (folder) => {
    await time(folder, "pnpm", ["install", "--frozen-lockfile", "--prefer-offline"]);
    const cold: number[] = [];
    const edited: number[] = [];
    const unchanged: number[] = [];
    for (let run = 0; run < 3; run += 1) {
      await rm(join(folder, "spec/dist"), { recursive: true, force: true });
      await rm(join(folder, "packages/openapi-types/src/__generated__"), { recursive: true, force: true });
      cold.push(await time(folder, "pnpm", ["generate", "--force"]));
    }
    for (let run = 0; run < 5; run += 1) {
      await editDescription(join(folder, EDITED), run);
      edited.push(await time(folder, "pnpm", ["generate"]));
      unchanged.push(await time(folder, "pnpm", ["generate"]));
    }
    return [
      { what: "cold, all versions", runs: cold, aim: 15_000 },
      { what: "after an edit of one file", runs: edited, aim: 4_000 },
      { what: "nothing to do", runs: unchanged, aim: 1_000 },
    ];
  });
}

/** Another description every time, so that no cache has seen it. */
async function editDescription(path: string, run: number): Promise<void> {
  const text = await readFile(path, "utf8");
  await writeFile(
    path,
    text.replace(/^description: .*$/m, `description: What only people have, in run ${run}.`),
  );
}
