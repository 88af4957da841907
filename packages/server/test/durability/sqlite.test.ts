import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, onTestFinished, test } from "vitest";
import { openSqlite } from "../../src/index.ts";
import { brokenInvariants } from "../invariants/index.ts";
import { startProcess } from "../processes/process.ts";
import { expectAll, startDiary, write } from "./diary.ts";

const WRITERS = 8;

describe("behaviour", () => {
  test("kill -9 among writes loses nothing that was acknowledged", { timeout: 30_000 }, async () => {
    const folder = mkdtempSync(join(tmpdir(), "notional-durability-"));
    onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
    const server = await startProcess([folder]);
    const diary = await startDiary(server.call);
    let killed: Promise<void> | undefined;
    const goesOn = (): boolean => {
      if (diary.acknowledged >= 150) killed ??= server.end("SIGKILL");
      return true;
    };
    await Promise.all(Array.from({ length: WRITERS }, () => write(server.call, diary, goesOn)));
    await killed;

    const restarted = await startProcess([folder]);
    await expectAll(restarted.call, diary);
    let left = 1;
    await write(restarted.call, diary, () => left-- > 0);
    await restarted.end("SIGTERM");
    const database = await openSqlite(folder);
    onTestFinished(() => database.close());
    expect(await brokenInvariants(database)).toEqual([]);
  });
});
