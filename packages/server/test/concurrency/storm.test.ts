import { describe, expect, inject, test } from "vitest";
import { type Crowd, startCrowd } from "./crowd.ts";
import { storm, type Things } from "./storm.ts";

const id = (number: number): string => `88888888-0000-8000-8000-${String(number).padStart(12, "0")}`;

const seed = {
  workspaces: [
    {
      name: "Storm",
      connections: [{ name: "Local development", tokens: ["ntn_local_dev"] }],
      objects: [
        {
          object: "page" as const,
          id: id(1),
          title: "Home",
          children: [{ id: id(2), toggle: { rich_text: "toggle" } }],
        },
      ],
    },
  ],
};

/** What rests on rows of the first data source, and has to follow them. */
const computed = {
  Count: { rollup: { relation_property_name: "Other", rollup_property_name: "Name", function: "count" } },
  Label: {
    formula: { expression: 'prop("Name") + ": " + prop("Other").map(current.prop("Name")).join(", ")' },
  },
  Length: { formula: { expression: 'length(prop("Label")) + prop("Count")' } },
};

/** Two databases of two data sources each, all of which have a relation to the first and a row. */
async function makeThings({ must }: Crowd): Promise<Things> {
  const things: Things = { pages: [id(1)], blocks: [id(2)], databases: [], sources: [], rows: [] };
  const properties = { Name: { title: {} }, Tags: { multi_select: {} }, Id: { unique_id: {} } };
  for (const database of ["One", "Two"]) {
    const made = await must("POST", "/v1/databases", {
      parent: { type: "page_id", page_id: id(1) },
      title: [{ text: { content: database } }],
      initial_data_source: { properties },
    });
    const parent = { type: "database_id", database_id: made.id };
    const second = await must("POST", "/v1/data_sources", { parent, properties });
    things.databases.push(made.id);
    things.sources.push(made.data_sources[0].id, second.id);
  }
  const relation = { data_source_id: things.sources[0], single_property: {} };
  for (const source of things.sources) {
    await must("PATCH", `/v1/data_sources/${source}`, { properties: { Other: { relation }, ...computed } });
    const row = await must("POST", "/v1/pages", {
      parent: { type: "data_source_id", data_source_id: source },
    });
    things.rows.push(row.id);
  }
  return things;
}

/** On PostgreSQL each takes several times as long. */
const storms = inject("postgres") === undefined ? [1, 2, 3] : [1];

describe("behaviour", () => {
  test.each(storms)(
    "storm %i breaks nothing, and all servers say the same afterwards",
    async (number) => {
      const crowd = await startCrowd(seed);
      const things = await makeThings(crowd);
      const answers = await storm(crowd, things, number);
      expect(answers.filter(({ status }) => status === 200).length).toBeGreaterThan(answers.length / 3);
      const codes = new Set(answers.map(({ body }) => body.code ?? "answered"));
      expect([...codes].sort()).toEqual(["answered", "object_not_found", "validation_error"]);
      for (const page of [...things.pages, ...things.rows]) await crowd.read(`/v1/pages/${page}`);
      for (const block of things.blocks) await crowd.read(`/v1/blocks/${block}`);
      for (const source of things.sources) await crowd.read(`/v1/data_sources/${source}`);
    },
    30_000,
  );
});
