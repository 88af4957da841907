import { describe, expect, inject, test } from "vitest";
import { openPostgres } from "../../src/index.ts";
import { brokenInvariants } from "../invariants/index.ts";
import { startProcess } from "../processes/process.ts";
import { atOnce } from "./crowd.ts";

const url = inject("postgres");
const CALLERS = 24;

/** Only PostgreSQL serves several processes. */
describe.skipIf(url === undefined)("behaviour", () => {
  test("processes that start and write at once number rows together", { timeout: 30_000 }, async () => {
    const schema = `processes_${process.pid}`;
    const processes = await atOnce(2, () => startProcess([url as string, schema]));
    const call = (caller: number) => processes[caller % 2]?.call as (typeof processes)[0]["call"];
    const { body: database } = await call(0)("POST", "/v1/databases", {
      parent: { type: "workspace", workspace: true },
      initial_data_source: { properties: { Name: { title: {} }, Id: { unique_id: {} } } },
    });
    const parent = { type: "data_source_id", data_source_id: database.data_sources[0].id };
    const rows = await atOnce(CALLERS, (caller) => call(caller)("POST", "/v1/pages", { parent }));
    const numbers = rows.map(({ body }) => body.properties.Id.unique_id.number);
    expect(numbers.sort((one, other) => one - other)).toEqual(
      Array.from({ length: CALLERS }, (_, index) => index + 1),
    );
    for (const { end } of processes) await end("SIGTERM");
    const opened = await openPostgres(url as string, { schema });
    expect(await brokenInvariants(opened)).toEqual([]);
    await opened.close();
  });
});
