import type { Figures } from "@notional/docs";
import { beforeAll, describe, expect, test } from "vitest";
import { hasRecordings, readRecordings, recordingsFile } from "../src/recordings/read.ts";
import { localServer } from "../src/replay/against/local-server.ts";
import { brokenPromises, figuresOf, readFigures } from "../src/replay/figures.ts";
import { replayAll } from "../src/replay/replay-all.ts";
import { reportOn } from "../src/replay/report.ts";
import { tapesOf } from "../src/replay/tapes.ts";

if (!hasRecordings) console.log(`Skipped: there are no recordings at ${recordingsFile}.`);

/** The share of answers that the server gives as the service did, whatever the recordings. */
const FLOOR = 0.98;

describe.skipIf(!hasRecordings)("recordings replayed against the server", () => {
  const crashes: string[] = [];
  let reached: Figures;
  beforeAll(async () => {
    const tapes = tapesOf(readRecordings());
    const { replayed } = await replayAll(tapes, localServer, {
      onCrash: ({ tape, error }) => crashes.push(`${tape}: ${error}`),
    });
    const about = { date: "", tapes: tapes.length, exchanges: replayed.length };
    reached = figuresOf(reportOn(replayed), about);
    console.log(`${reached.total.identical} of ${reached.total.total} recorded answers are identical.`);
  });

  test("are answered as they were", () => {
    expect(crashes).toEqual([]);
    expect(reached.total.total).toBeGreaterThan(900);
    expect(reached.total.identical / reached.total.total).toBeGreaterThanOrEqual(FLOOR);
  });

  test("bear out the published figures", () => {
    const promised = readFigures();
    if (promised.exchanges !== reached.exchanges) {
      console.log(
        "Skipped: the published figures are of other recordings. `replay --write` makes them anew.",
      );
      return;
    }
    expect(brokenPromises(promised, reached), "`replay --write` makes them anew").toEqual([]);
  });
});
