import { expect } from "vitest";
import type { Called } from "../fixture.ts";
import type { ServerProcess } from "../processes/process.ts";

type Call = ServerProcess["call"];

/** A row that a writer made: what the server said of it last, and what the writer asked for after that. */
interface Entry {
  row: string;
  number: number | null;
  askedNumber: number | null;
  blocks: number;
  askedBlocks: number;
}

/** What was acknowledged. Every writer has rows of its own, so that nobody else changes what it wrote. */
export interface Diary {
  parent: { type: "data_source_id"; data_source_id: string };
  entries: Entry[];
  /** How many requests were answered. */
  acknowledged: number;
}

/** Makes what the writers write to. */
export async function startDiary(call: Call): Promise<Diary> {
  const { body } = await call("POST", "/v1/databases", {
    parent: { type: "workspace", workspace: true },
    title: [{ text: { content: "Diary" } }],
    initial_data_source: {
      properties: { Name: { title: {} }, Number: { number: {} }, Id: { unique_id: {} } },
    },
  });
  return {
    parent: { type: "data_source_id", data_source_id: body.data_sources[0].id },
    entries: [],
    acknowledged: 0,
  };
}

/**
 * Writes until the connection breaks, or as long as is said.
 *
 * @param goesOn Asked after each answer.
 * @throws for a refusal
 */
export async function write(call: Call, diary: Diary, goesOn: () => boolean): Promise<void> {
  const ask = async (...request: Parameters<Call>): Promise<Called["body"] | undefined> => {
    const answer = await call(...request).catch(() => undefined);
    // A server that has lost its database says so; nothing is acknowledged then.
    if (!answer || answer.status === 503) return undefined;
    if (answer.status !== 200) throw new Error(JSON.stringify(answer.body));
    diary.acknowledged += 1;
    return answer.body;
  };
  while (goesOn()) {
    const row = await ask("POST", "/v1/pages", { parent: diary.parent });
    if (!row) return;
    const entry: Entry = { row: row.id, number: null, askedNumber: null, blocks: 0, askedBlocks: 0 };
    diary.entries.push(entry);
    entry.askedBlocks = 2;
    const children = [{ divider: {} }, { divider: {} }];
    if (!(await ask("PATCH", `/v1/blocks/${entry.row}/children`, { children }))) return;
    entry.blocks = 2;
    for (const number of [1, 2]) {
      entry.askedNumber = number;
      if (!(await ask("PATCH", `/v1/pages/${entry.row}`, { properties: { Number: { number } } }))) return;
      entry.number = number;
    }
  }
}

/** Everything that was acknowledged has to be there; what was asked for after it may be. */
export async function expectAll(call: Call, { entries }: Diary): Promise<void> {
  expect(entries.length).toBeGreaterThan(0);
  await Promise.all(
    entries.map(async ({ row, number, askedNumber, blocks, askedBlocks }) => {
      const { properties } = (await call("GET", `/v1/pages/${row}`)).body;
      expect([number, askedNumber]).toContain(properties.Number.number);
      const { results } = (await call("GET", `/v1/blocks/${row}/children`)).body;
      expect([blocks, askedBlocks]).toContain(results.length);
    }),
  );
}
