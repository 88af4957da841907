import type { Database, Seed } from "@notional/server";
import { sql } from "kysely";

export const DATA_SOURCE = "4d9f5c73-af61-4e8b-940c-517295df3e45";
const TEAMS = "5e0a6d84-b072-4f9c-a51d-628306e04f56";
/** A team of which only some rows are, and one that most of those with a team have. */
export const RARE_TEAM = team(7);
export const COMMON_TEAM = team(0);
/** Somebody who stands in a quarter of all rows, and somebody in none. */
export const BUSY = "6a1f0e52-4c1b-4d8e-9a53-0f5c3b7d2a11";
export const IDLE = "7b2a1f63-5d2c-4e9f-8b64-1a6d4c8e3b22";

function team(index: number): string {
  return `00000000-0000-4000-8000-00000000f${String(index).padStart(3, "0")}`;
}

const options = (names: string) => ({ options: [...names].map((name) => ({ id: `option-${name}`, name })) });

const ofTeam = (id: string, rollup_property_id: string, name: string) => ({
  id,
  type: "rollup",
  rollup: { relation_property_id: "team", rollup_property_id, function: name },
});

/** A data source without rows; they are loaded past the API. */
export const seed: Seed = {
  workspaces: [
    {
      id: "00000000-0000-8000-8000-00000000aaaa",
      name: "Bench",
      connections: [{ id: "00000000-0000-8000-8000-00000000bbbb", name: "Bench", tokens: ["ntn_local_dev"] }],
      users: [
        { id: BUSY, name: "Ada", email: "ada@example.com" },
        { id: IDLE, name: "Ben", email: "ben@example.com" },
      ],
      objects: [
        {
          object: "database",
          title: "Teams",
          data_sources: [
            {
              id: TEAMS,
              title: "Teams",
              properties: {
                Name: "title",
                Size: { id: "size", type: "number", number: {} },
                Edited: { id: "edited", type: "last_edited_time", last_edited_time: {} },
              },
              rows: Array.from({ length: 100 }, (_, index) => ({
                id: team(index),
                properties: { Name: `Team ${index}`, Size: index },
              })),
            },
          ],
        },
        {
          object: "database",
          title: "Rows",
          data_sources: [
            {
              id: DATA_SOURCE,
              title: "Rows",
              properties: {
                Name: { id: "title", type: "title", title: {} },
                Stage: { id: "stage", type: "select", select: options("abcde") },
                Due: { id: "due", type: "date", date: {} },
                Tags: { id: "tags", type: "multi_select", multi_select: options("xyz") },
                Price: { id: "price", type: "number", number: {} },
                Score: { id: "score", type: "number", number: {} },
                Done: { id: "done", type: "checkbox", checkbox: {} },
                Owner: { id: "owner", type: "people", people: {} },
                Team: {
                  id: "team",
                  type: "relation",
                  relation: { data_source_id: TEAMS, type: "single_property", single_property: {} },
                },
                Size: ofTeam("rolled", "size", "sum"),
                Names: ofTeam("names", "title", "show_original"),
                // These two are not kept.
                Edited: ofTeam("lasted", "edited", "latest_date"),
                Left: { formula: { expression: 'dateBetween(prop("Due"), now(), "days")' } },
              },
            },
          ],
        },
      ],
    },
  ],
};

/** Large primes, by the salt of a hash. */
const FACTORS = [
  2654435761, 2246822519, 3266489917, 668265263, 374761393, 2654435789, 2147483647, 1640531513, 3432918353,
  461845907,
];

/**
 * Adds rows, as skewed as life: one option has 60 % of them and another 0.1 %, most have no date, one in a
 * hundred has a score.
 */
export async function loadRows(database: Database, from: number, to: number): Promise<void> {
  const sqlite = database.engine === "sqlite";
  const whole = sql.raw(sqlite ? "integer" : "bigint");
  // The same numbers on both engines; a factor for each column, so that no two of them go together.
  const hash = (salt: number) => sql`((i + 1) * ${sql.lit(FACTORS[salt])} % 4294967296)`;
  const upTo = (salt: number, count: number) => sql`(${hash(salt)} / 65536 % ${sql.lit(count)})`;
  const hex = (salt: number) =>
    sqlite ? sql`printf('%08x', ${hash(salt)})` : sql`lpad(to_hex(${hash(salt)}), 8, '0')`;
  const id = sql`${hex(1)} || '-0000-4000-8000-0000' || ${hex(2)}`;
  const separator = sql.lit("\u001f");
  const several = (each: ReturnType<typeof sql>) => sql`${separator} || (${each}) || ${separator}`;
  const permille = upTo(3, 1000);
  const stage = sql`case when ${permille} < 600 then 'option-a' when ${permille} < 900 then 'option-b'
    when ${permille} < 990 then 'option-c' when ${permille} < 999 then 'option-d' else 'option-e' end`;
  const day = sql`'2026-0' || cast(1 + ${upTo(4, 9)} as text) || '-' || cast(10 + ${upTo(5, 18)} as text)`;
  const due = sql`case when ${upTo(6, 10)} < 3 then ${day} end`;
  const tag = sql`case ${upTo(7, 4)} when 0 then 'option-x' when 1 then 'option-y' when 2 then 'option-z' end`;
  const done = sql`case when ${permille} < 990 then 1 end`;
  const owner = sql`case when ${upTo(4, 4)} = 0 then ${BUSY} end`;
  const price = sql`case when ${upTo(8, 10)} > 0 then ${upTo(9, 1000)} end`;
  const score = sql`case when ${upTo(3, 100)} = 7 then ${upTo(4, 10)} end`;
  const json = (type: string, value: ReturnType<typeof sql>) =>
    sql`case when ${value} is null then '' else ',"${sql.raw(type)}":{"type":"' || ${value} || '}' end`;
  const document = sql`'{"icon":null,"cover":null,"is_locked":false,"is_archived":false,"public_url":null,"properties":{"title":{"type":"title","title":[{"type":"text","text":{"content":"Row ' || i || '","link":null},"annotations":{"bold":false,"italic":false,"strikethrough":false,"underline":false,"code":false,"color":"default"}}]}'
    || ${json("stage", sql`'select","select":"' || (${stage}) || '"'`)}
    || ${json("due", sql`'date","date":{"start":"' || (${due}) || '","end":null,"time_zone":null}'`)}
    || ${json("tags", sql`'multi_select","multi_select":["' || (${tag}) || '"]'`)}
    || ${json("price", sql`'number","number":' || (${price})`)}
    || ${json("score", sql`'number","number":' || (${score})`)} || '}}'`;
  const time = sql`'2026-01-01T00:00:00.000Z'`;
  const bot = seed.workspaces[0]?.connections?.[0]?.id;
  const rows = sql`with recursive n (i) as (
    select cast(${from} as ${whole}) union all select i + 1 from n where i < ${to - 1})`;

  await database.write("*", async (db) => {
    await sql`insert into nodes (id, workspace_id, kind, type, parent_kind, parent_id, created_time, created_by,
        last_edited_time, last_edited_by, in_trash, children_count, title, document)
      ${rows} select ${id}, '00000000-0000-8000-8000-00000000aaaa', 'page', 'child_page', 'data_source',
        ${DATA_SOURCE}, ${time}, ${bot}, ${time}, ${bot}, 0, 0, 'row ' || i, ${document} from n`.execute(db);
    const { document: schema } = await db
      .selectFrom("nodes")
      .select("document")
      .where("id", "=", DATA_SOURCE)
      .executeTakeFirstOrThrow();
    // Three in ten have a team, and nine in ten of these the same one.
    const number = sql`case when ${upTo(5, 1000)} < 900 then 0 else ${upTo(5, 100)} end`;
    const hasTeam = sql`${upTo(8, 10)} < 3`;
    const { slots } = JSON.parse(schema) as { slots: Record<string, string> };
    const values = {
      title: sql`'row ' || i`,
      stage,
      due,
      tags: several(tag),
      price,
      score,
      done,
      owner: several(owner),
      rolled: sql`case when ${hasTeam} then ${number} else 0 end`,
      names: sql`case when ${hasTeam} then 'team ' || ${number} end`,
    };
    const columns = Object.keys(values).map((key) => sql.ref(slots[key] ?? ""));
    await sql`insert into rows (data_source_seq, page_id, seq, in_trash, is_archived, created_time, created_by,
        last_edited_time, last_edited_by, ${sql.join(columns)})
      ${rows} select (select seq from nodes where id = ${DATA_SOURCE}), found.id, found.seq, 0, 0, ${time}, ${bot}, ${time}, ${bot},
        ${sql.join(Object.values(values))}
      from n join nodes found on found.id = ${id}`.execute(db);
    const padded = sqlite ? sql`printf('%03d', ${number})` : sql`lpad(cast(${number} as text), 3, '0')`;
    await sql`insert into relations (page_id, property_id, place, target_id, page_seq)
      ${rows} select found.id, 'team', 0, ${team(0).slice(0, -3)} || ${padded}, found.seq
      from n join nodes found on found.id = ${id} where ${hasTeam}`.execute(db);
  });
}
