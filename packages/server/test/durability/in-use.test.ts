import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, onTestFinished, test } from "vitest";
import { openSqlite } from "../../src/index.ts";
import { startProcess } from "../processes/process.ts";

describe("validation", () => {
  test("a folder that another process uses is refused", async () => {
    const folder = mkdtempSync(join(tmpdir(), "notional-in-use-"));
    onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
    await startProcess([folder]);
    await expect(openSqlite(folder)).rejects.toMatchObject({
      status: 503,
      message: "Another process uses this folder. Stop it first, or use PostgreSQL for several.",
    });
  });
});
