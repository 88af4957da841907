import type { Called } from "../fixture.ts";
import { atOnce, type Crowd } from "./crowd.ts";

const WAVES = 12;
const IN_A_WAVE = 24;

/** A row of numbers that look random and are the same for the same seed: mulberry32. */
export function randomOf(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below;
  };
}

/** What there is to write to. What is made on the way is added. */
export interface Things {
  /** Ids of pages outside data sources. */
  pages: string[];
  blocks: string[];
  sources: string[];
  rows: string[];
  databases: string[];
}

const text = (content: string) => [{ text: { content } }];

/** One side, both, or both with a relation that may be there already. */
function sides(number: number): object {
  if (number % 3 === 0) return { single_property: {} };
  return { dual_property: number % 3 === 1 ? {} : { synced_property_id: `Relation ${number % 2}` } };
}

/** What a caller may do next. Not everything it tries is allowed; all of it may happen at the same time. */
const deeds: ((
  things: Things,
  pick: (from: string[]) => string,
  number: number,
) => [string, string, object])[] = [
  (things, pick, number) => [
    "POST",
    "/v1/pages",
    {
      parent: { data_source_id: pick(things.sources) },
      properties: {
        Name: { title: text(`row ${number}`) },
        Tags: { multi_select: [{ name: `tag ${number % 7}` }, { name: `TAG ${number % 3}` }] },
        Other: { relation: things.rows.slice(0, number % 4).map((id) => ({ id })) },
      },
    },
  ],
  (things, pick, number) => [
    "POST",
    "/v1/pages",
    { parent: { page_id: pick(things.pages) }, properties: { title: { title: text(`page ${number}`) } } },
  ],
  (things, pick, number) => [
    "PATCH",
    `/v1/blocks/${pick([...things.pages, ...things.blocks, ...things.rows])}/children`,
    { children: [{ toggle: { rich_text: text(`block ${number}`), children: [{ divider: {} }] } }] },
  ],
  (things, pick) => [
    "PATCH",
    `/v1/blocks/${pick(things.pages)}/children`,
    {
      children: [{ divider: {} }],
      position: { type: "after_block", after_block: { id: pick(things.blocks) } },
    },
  ],
  (things, pick, number) => [
    "PATCH",
    // Not the first page, which everything is in.
    `/v1/blocks/${pick([...things.blocks, ...things.pages.slice(1)])}`,
    { in_trash: number % 3 === 0 },
  ],
  (things, pick) => [
    "POST",
    `/v1/pages/${pick([...things.pages, ...things.rows])}/move`,
    { parent: { type: "page_id", page_id: pick(things.pages) } },
  ],
  (things, pick) => [
    "POST",
    `/v1/pages/${pick([...things.pages, ...things.rows])}/move`,
    { parent: { type: "data_source_id", data_source_id: pick(things.sources) } },
  ],
  (things, pick, number) => [
    "PATCH",
    `/v1/pages/${pick(things.rows)}`,
    {
      properties: {
        Name: { title: text(`renamed ${number}`) },
        Other: { relation: [{ id: pick(things.rows) }, { id: pick(things.rows) }] },
      },
      ...(number % 5 === 0 && { in_trash: number % 15 === 0 }),
    },
  ],
  (things, pick, number) => [
    "PATCH",
    `/v1/data_sources/${pick(things.sources)}`,
    {
      properties: {
        [`Column ${number % 5}`]: number % 3 === 0 ? null : { [number % 2 ? "number" : "rich_text"]: {} },
      },
    },
  ],
  (things, pick, number) => [
    "PATCH",
    `/v1/data_sources/${pick(things.sources)}`,
    {
      properties: {
        [`Relation ${number % 3}`]:
          number % 5 === 0 ? null : { relation: { data_source_id: pick(things.sources), ...sides(number) } },
      },
    },
  ],
  (things, pick, number) => [
    "PATCH",
    `/v1/databases/${pick(things.databases)}`,
    { title: text(`database ${number}`), ...(number % 4 === 0 && { in_trash: number % 12 === 0 }) },
  ],
  (things, pick, number) => [
    "PATCH",
    `/v1/data_sources/${pick(things.sources)}`,
    number % 3 === 0
      ? { in_trash: number % 9 === 0 }
      : { parent: { type: "database_id", database_id: pick(things.databases) } },
  ],
];

/** Does all of that at once, wave after wave; says what was answered. */
export async function storm({ call }: Crowd, things: Things, seed: number): Promise<Called[]> {
  const random = randomOf(seed);
  const pick = (from: string[]): string => from[random(from.length)] as string;
  const answers: Called[] = [];
  for (let wave = 0; wave < WAVES; wave += 1) {
    const requests = Array.from({ length: IN_A_WAVE }, () => {
      const deed = deeds[random(deeds.length)] as (typeof deeds)[number];
      return deed(things, pick, random(1000));
    });
    const answered = await atOnce(requests.length, (index) =>
      call(...(requests[index] as [string, string, object])),
    );
    for (const { body } of answered) remember(body, things);
    answers.push(...answered);
  }
  return answers;
}

function remember(body: Called["body"], { pages, rows, blocks }: Things): void {
  if (body.object === "page") {
    const list = body.parent.type === "data_source_id" ? rows : pages;
    if (!list.includes(body.id)) list.push(body.id);
  }
  if (body.object === "list") for (const { id } of body.results) if (!blocks.includes(id)) blocks.push(id);
}
