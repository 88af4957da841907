import { describe, expect, test } from "vitest";
import { createServer, type Seed, type SeedObject } from "../../src/index.ts";
import { seeded } from "./seeded.ts";

const PAGE = "1f6d2a40-7c3e-4b58-a1d9-2e4f6a8c0b12";

describe("validation", () => {
  test.each<[string, SeedObject[], string]>([
    [
      "a parent that is not in the seed",
      [{ object: "page", parent: { type: "page_id", page_id: PAGE } }],
      `workspaces[0].objects[0].parent: nothing in this seed has the id ${PAGE}. Add it, or take the object out.`,
    ],
    [
      "a name that nothing has",
      [{ object: "page", parent: "nowhere" }],
      'workspaces[0].objects[0].parent: nothing in this seed has the ref "nowhere", and it is no UUID.',
    ],
    [
      "a name twice",
      [
        { ref: "a", title: "A" },
        { ref: "a", title: "B" },
      ],
      'workspaces[0].objects[1].ref: "a" names something else already.',
    ],
    [
      "a block of no type",
      [{ children: [{}] }],
      "workspaces[0].objects[0].children[0]: a block has a key named after its type, such as paragraph.",
    ],
    [
      "a row in a page",
      [{ children: [{ object: "data_source" }] }],
      "workspaces[0].objects[0].children[0]: a data_source cannot be in a page.",
    ],
    [
      "a property that the data source lacks",
      [{ object: "database", data_sources: [{ rows: [{ properties: { Price: 1 } }] }] }],
      "workspaces[0].objects[0].data_sources[0].rows[0].properties.Price: the data source has no such property.",
    ],
    [
      "a custom emoji that is not in the seed",
      [
        {
          title: "A",
          icon: { type: "custom_emoji", custom_emoji: { id: PAGE, name: "a", url: "https://a.b" } },
        },
      ],
      `workspaces[0].objects[0]: the workspace has no custom emoji ${PAGE}.`,
    ],
  ])("%s", async (_name, objects, message) => {
    await expect(seeded(objects)).rejects.toThrow(message);
  });
});

test("an object that is no seed is told what a file would be", async () => {
  const seed = { workspaces: [{ nam: "Acme" }] } as unknown as Seed;
  await expect(createServer({ seed })).rejects.toMatchObject({
    name: "SeedError",
    message: 'workspaces[0]: needs the key "name".',
  });
});
