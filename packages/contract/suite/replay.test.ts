import { describe, expect, test } from "vitest";
import { hasRecordings, readRecordings, recordingsFile } from "../src/recordings/read.ts";
import { reportOn } from "../src/replay/report.ts";
import { replayAll } from "../src/replay/server.ts";
import { tapesOf } from "../src/replay/tapes.ts";

if (!hasRecordings) console.log(`Skipped: there are no recordings at ${recordingsFile}.`);

/** The share of answers that the server gave as the service did, when this was last raised. It does not fall. */
const FLOOR = 0.98;

describe.skipIf(!hasRecordings)("recordings replayed against the server", () => {
  test("are answered as they were", async () => {
    const crashes: string[] = [];
    const replayed = await replayAll(tapesOf(readRecordings()), ({ tape, error }) => {
      crashes.push(`${tape}: ${error}`);
    });
    const { total } = reportOn(replayed);
    console.log(`${total.identical} of ${total.total} recorded answers are identical.`);
    expect(crashes).toEqual([]);
    expect(total.total).toBeGreaterThan(900);
    expect(total.identical / total.total).toBeGreaterThanOrEqual(FLOOR);
  });
});
