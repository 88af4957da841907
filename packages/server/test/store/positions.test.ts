import { describe, expect, onTestFinished, test } from "vitest";
import { listChildren } from "../../src/store/children.ts";
import type { Db } from "../../src/store/database.ts";
import { insertNodes } from "../../src/store/nodes.ts";
import { type Place, positionsAt } from "../../src/store/positions.ts";
import { openDatabase } from "../engines.ts";
import { NOW } from "../fixture.ts";

const PARENT = "parent";

async function start() {
  const database = await openDatabase();
  onTestFinished(() => database.close());
  return <Result>(work: (db: Db) => Promise<Result>) => database.write("*", work);
}

/** Adds a child at a place. */
async function add(db: Db, id: string, place: Place): Promise<void> {
  const [position = null] = (await positionsAt(db, PARENT, place, 1)) ?? [];
  const by = { created_by: "bot", last_edited_by: "bot", created_time: NOW, last_edited_time: NOW };
  const what = { workspace_id: "workspace", kind: "block" as const, type: "divider", title: null };
  const parent = { parent_kind: "page" as const, parent_id: PARENT, position };
  await insertNodes(db, [{ id, ...what, ...parent, ...by, in_trash: 0, children_count: 0, document: "{}" }]);
}

const order = async (db: Db, limit: number) =>
  (await listChildren(db, PARENT, undefined, limit)).map(({ id }) => id);

describe("shape", () => {
  test("keys in order for several at once", async () => {
    const write = await start();
    const keys = await write((db) => positionsAt(db, PARENT, { at: "end" }, 3));
    expect(keys).toEqual(["a0", "a1", "a2"]);
  });
});

describe("validation", () => {
  test("no keys after what is not there, or in the trash", async () => {
    const write = await start();
    await write(async (db) => {
      await add(db, "a", { at: "end" });
      await db.updateTable("nodes").set({ in_trash: 1 }).where("id", "=", "a").execute();
      expect(await positionsAt(db, PARENT, { at: "after", id: "a" }, 1)).toBeUndefined();
      expect(await positionsAt(db, PARENT, { at: "after", id: "b" }, 1)).toBeUndefined();
    });
  });
});

describe("behaviour", () => {
  test("keys that grew too long are made anew, and the order stays", async () => {
    const write = await start();
    await write(async (db) => {
      await add(db, "first", { at: "end" });
      await add(db, "last", { at: "end" });
      const expected = ["last"];
      // Each lies between the same two and the one before, so that keys grow by a character in six.
      for (let count = 0; count < 650; count++) {
        await add(db, `${count}`, { at: "after", id: "first" });
        expected.unshift(`${count}`);
      }
      expect(await order(db, 1000)).toEqual(["first", ...expected]);
      const { longest } = await db
        .selectFrom("nodes")
        .select((eb) => eb.fn.max<number>(eb.fn("length", ["position"])).as("longest"))
        .executeTakeFirstOrThrow();
      expect(Number(longest)).toBeLessThan(100);
    });
  });
});
