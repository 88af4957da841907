import { describe, expect, onTestFinished, test } from "vitest";
import { openPostgres } from "../../src/index.ts";
import { brokenInvariants } from "../invariants/index.ts";
import { findBinaries, startCluster } from "../postgres/cluster.ts";
import { startProcess } from "../processes/process.ts";
import { expectAll, startDiary, write } from "./diary.ts";

const WRITERS = 4;

describe.skipIf(findBinaries() === undefined)("behaviour", () => {
  test("a server that is killed, and a PostgreSQL, lose nothing that was acknowledged", {
    timeout: 60_000,
  }, async () => {
    const cluster = await startCluster(findBinaries() as string, true);
    onTestFinished(() => cluster.stop());
    const place = [cluster.url, "durability"] as const;
    // They start at the same time, and one of them makes the tables.
    const [doomed, survivor] = await Promise.all([startProcess(place), startProcess(place)]);
    const diary = await startDiary(survivor.call);

    const deaths: Promise<void>[] = [];
    const goesOn = (): boolean => {
      if (diary.acknowledged >= 40 && deaths.length === 0) deaths.push(doomed.end("SIGKILL"));
      if (diary.acknowledged >= 80 && deaths.length === 1) deaths.push(cluster.kill());
      return true;
    };
    const writers = [doomed, survivor].flatMap(({ call }) =>
      Array.from({ length: WRITERS }, () => write(call, diary, goesOn)),
    );
    await Promise.all(writers);
    await Promise.all(deaths);

    const { request_id: _, ...refusal } = (await survivor.call("GET", "/v1/users/me")).body;
    expect(refusal).toEqual({
      object: "error",
      status: 503,
      code: "database_connection_unavailable",
      message: "Notion is unavailable, please try again later.",
    });

    await cluster.start();
    await expectAll(survivor.call, diary);
    let left = 1;
    await write(survivor.call, diary, () => left-- > 0);
    const database = await openPostgres(cluster.url, { schema: "durability" });
    expect(await brokenInvariants(database)).toEqual([]);
    await database.close();
    await survivor.end("SIGTERM");
  });
});
