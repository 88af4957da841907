import { freePort, time, timeToAnswer } from "./command.ts";
import { withCopy } from "./copy.ts";
import type { Measurement } from "./table.ts";

/** From the command to the first HTTP answer: with everything installed and generated, and from a fresh clone. */
export async function start(): Promise<Measurement[]> {
  const installed = await withCopy(async (folder) => {
    await time(folder, "pnpm", ["install", "--frozen-lockfile", "--prefer-offline"]);
    await time(folder, "pnpm", ["generate"]);
    const runs: number[] = [];
    // The first run builds the docs as well; later ones find them.
    for (let run = 0; run < 6; run += 1) {
      const mockPort = String(await freePort());
      const took = await timeToAnswer(folder, (port) => [
        "node",
        "packages/cli/src/main.ts",
        "start",
        "--generate",
        "--port",
        String(port),
        "--mock-port",
        mockPort,
      ]);
      runs.push(took);
    }
    return runs;
  });
  const cloned: number[] = [];
  for (let run = 0; run < 3; run += 1) {
    const mockPort = String(await freePort());
    cloned.push(
      await withCopy((folder) =>
        timeToAnswer(folder, (port) => [
          "npx",
          "--yes",
          "pnpm",
          "start",
          "--port",
          String(port),
          "--mock-port",
          mockPort,
        ]),
      ),
    );
  }
  return [
    { what: "installed, first start", runs: installed.slice(0, 1) },
    { what: "installed", runs: installed.slice(1), aim: 5_000 },
    { what: "fresh clone, packages cached", runs: cloned },
  ];
}
