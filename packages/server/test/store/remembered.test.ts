import { describe, expect, test } from "vitest";
import { ancestryOf } from "../../src/store/ancestry.ts";
import type { Db } from "../../src/store/database.ts";
import { updateNode } from "../../src/store/nodes.ts";
import { Remembered } from "../../src/store/remembered.ts";
import { startServer } from "../fixture.ts";

const page = {
  id: "page",
  kind: "page",
  type: "child_page",
  parent_id: "above",
  in_trash: 0,
  revision: 1,
} as const;
const above = { ...page, id: "above", parent_id: null };
const chain = [
  { ...page, shared: 0 },
  { ...above, shared: 1 },
];

const seen = (id: string) => ({ id, kind: "page", type: "child_page", in_trash: false, revision: 1 });

describe("shape", () => {
  test("what is above a node is known when all of it is, for that connection and in that workspace", () => {
    const remembered = new Remembered();
    expect(remembered.ancestry("workspace", "page", "one")).toBeUndefined();
    remembered.addAncestors("workspace", chain, "one");
    const known = { chain: [seen("page"), seen("above")], shared: true, trashedBy: undefined };
    expect(remembered.ancestry("workspace", "page", "one")).toEqual(known);
    expect(remembered.ancestry("workspace", "page", "one")).toEqual(known);
    expect(remembered.ancestry("workspace", "above", "one")).toEqual({ ...known, chain: [seen("above")] });
    for (const [workspace, connection] of [
      ["workspace", "other"],
      ["elsewhere", "one"],
    ] as const) {
      expect(remembered.ancestry(workspace, "page", connection)).toBeUndefined();
    }
    remembered.forget("above");
    expect(remembered.ancestry("workspace", "page", "one")).toBeUndefined();
  });
});

/** Changes behind the back of whoever has read a page a moment ago. */
describe("behaviour", () => {
  const world = async () => {
    const fixture = await startServer();
    const { call } = fixture;
    const make = async (parent: object): Promise<string> =>
      (await call("POST", "/v1/pages", { parent })).body.id;
    const top = await make({ type: "workspace", workspace: true });
    const outer = await make({ page_id: top });
    const inner = await make({ page_id: outer });
    const page = await make({ page_id: inner });
    const read = () => call("GET", `/v1/pages/${page}`);
    expect((await read()).body.in_trash).toBe(false);
    return { ...fixture, read, outer, inner, page };
  };

  test("a page reads as trashed as soon as something above it is, and no longer than that", async () => {
    const { call, read, outer } = await world();
    await call("PATCH", `/v1/pages/${outer}`, { in_trash: true });
    expect((await read()).body.in_trash).toBe(true);
    await call("PATCH", `/v1/pages/${outer}`, { in_trash: false });
    expect((await read()).body.in_trash).toBe(false);
  });

  test("a page is where it was moved to", async () => {
    const { call, read, outer, inner, page } = await world();
    await call("POST", `/v1/pages/${page}/move`, { parent: { page_id: outer } });
    await call("PATCH", `/v1/pages/${inner}`, { in_trash: true });
    expect((await read()).body).toMatchObject({ parent: { page_id: outer }, in_trash: false });
  });

  test("what a write has seen and not kept is forgotten", async () => {
    const { database, read, outer, page } = await world();
    const trashedBy = async (db: Db, remembered?: Remembered) => {
      const [workspace] = await db.selectFrom("workspaces").select("id").execute();
      return (await ancestryOf(db, workspace?.id ?? "", page, "nobody", remembered))?.trashedBy;
    };
    // In a scope of its own: what concerns everything forgets everything.
    const write = database.write("one", async (db, remembered) => {
      await updateNode(db, outer, { in_trash: 1 });
      expect(await trashedBy(db, remembered)).toBe(outer);
      throw new Error("Not kept.");
    });
    await expect(write).rejects.toThrow("Not kept.");
    expect(await database.read(trashedBy)).toBeUndefined();
    expect((await read()).body.in_trash).toBe(false);
  });
});
