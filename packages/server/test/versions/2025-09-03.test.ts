import { describe, expect, test } from "vitest";
import { startServer } from "../fixture.ts";
import { BLOCK, DATABASE, PAGE, ROW, SECOND_BLOCK, SOURCE, seed } from "./seed.ts";

const version = "2025-09-03";

describe("shape", () => {
  test.each([
    ["a block", `/v1/blocks/${BLOCK}`],
    ["a page", `/v1/pages/${PAGE}`],
    ["a database", `/v1/databases/${DATABASE}`],
    ["a data source", `/v1/data_sources/${SOURCE}`],
  ])("%s says twice whether it is in the trash", async (_name, path) => {
    const { call } = await startServer(seed);
    expect((await call("GET", path, undefined, { version })).body).toMatchObject({
      in_trash: false,
      archived: false,
    });
    expect((await call("GET", path)).body).not.toHaveProperty("archived");
  });

  test("so do the results of a list", async () => {
    const { call } = await startServer(seed);
    const { body } = await call("GET", `/v1/blocks/${PAGE}/children`, undefined, { version });
    expect(body.results.map(({ archived }: { archived: boolean }) => archived)).toEqual(Array(4).fill(false));
    const query = await call("POST", `/v1/data_sources/${SOURCE}/query`, {}, { version });
    expect(query.body.results).toMatchObject([{ id: ROW, archived: false }]);
  });
});

describe("validation", () => {
  test("`archived` and `after` are fields of this version only", async () => {
    const { call } = await startServer(seed);
    const trash = await call("PATCH", `/v1/blocks/${BLOCK}`, { archived: true });
    expect(trash).toMatchObject({ status: 400, body: { code: "validation_error" } });
    const append = { children: [{ divider: {} }], after: BLOCK };
    expect(await call("PATCH", `/v1/blocks/${PAGE}/children`, append)).toMatchObject({
      status: 400,
      body: {
        code: "validation_error",
        message: `body failed validation: body.after should be not present, instead was \`"${BLOCK}"\`.`,
      },
    });
  });
});

describe("behaviour", () => {
  test("`archived` puts into the trash and takes out of it", async () => {
    const { call } = await startServer(seed);
    const set = (archived: boolean) => call("PATCH", `/v1/blocks/${BLOCK}`, { archived }, { version });
    expect((await set(true)).body).toMatchObject({ in_trash: true, archived: true });
    expect((await call("GET", `/v1/blocks/${BLOCK}`)).body.in_trash).toBe(true);
    expect((await set(false)).body).toMatchObject({ in_trash: false, archived: false });
  });

  test("`after` is a place", async () => {
    const { call } = await startServer(seed);
    const body = { children: [{ divider: {} }], after: BLOCK };
    expect((await call("PATCH", `/v1/blocks/${PAGE}/children`, body, { version })).status).toBe(200);
    const { results } = (await call("GET", `/v1/blocks/${PAGE}/children`)).body;
    expect(results.slice(0, 3).map(({ id, type }: { id: string; type: string }) => [type, id])).toEqual([
      ["paragraph", BLOCK],
      ["divider", expect.any(String)],
      ["paragraph", SECOND_BLOCK],
    ]);
  });

  test("meeting notes have their first name", async () => {
    const notes = {
      object: "block" as const,
      parent: { type: "page_id", page_id: PAGE },
      type: "meeting_notes",
      meeting_notes: { title: "Monday" },
    };
    const [workspace] = seed.workspaces;
    if (!workspace) throw new Error("The seed has a workspace.");
    const { call } = await startServer({
      workspaces: [{ ...workspace, objects: [...(workspace.objects ?? []), notes] }],
    });
    const last = async (options?: { version: string }) =>
      (await call("GET", `/v1/blocks/${PAGE}/children`, undefined, options)).body.results.at(-1);
    expect(await last()).toMatchObject({ type: "meeting_notes", meeting_notes: {} });
    const old = await last({ version });
    expect(old).toMatchObject({ type: "transcription", transcription: {} });
    expect(old).not.toHaveProperty("meeting_notes");
  });
});
