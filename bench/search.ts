import { createServer, type Seed } from "@notional/server";
import { HEADERS } from "./command.ts";
import type { Measurement } from "./table.ts";

const TITLES = 100_000;
const RUNS = 30;

/** The first is in every tenth title, the last in one of all. */
const words = ["harvest", "roast", "cupping", "invoice", "shipment", "water", "grinder", "festival"];

const title = (index: number): string => {
  if (index === 4711) return "Zanzibar";
  const common = index % 10 === 0 ? words[0] : words[1 + (index % (words.length - 1))];
  return `${common} ${index}`;
};

const seed: Seed = {
  workspaces: [
    {
      name: "Many titles",
      connections: [{ name: "Bench", tokens: ["ntn_local_dev"] }],
      objects: [
        {
          object: "page",
          title: "Home",
          children: Array.from({ length: TITLES }, (_, index) => ({ object: "page", title: title(index) })),
        },
      ],
    },
  ],
};

const searches: [string, object][] = [
  ["a common word", { query: words[0] }],
  ["a rare word", { query: "Zanzibar" }],
  ["the beginning of a word", { query: "ship" }],
  ["a word that nothing has", { query: "nowhere" }],
  ["no word, last edited first", {}],
];

/** Search over the titles of 100 000 pages, ten results a page, in process. */
export async function search(): Promise<Measurement[]> {
  const server = await createServer({ seed });
  const ask = async (body: object): Promise<number> => {
    const started = performance.now();
    const response = await server.fetch(
      new Request("http://localhost/v1/search", {
        method: "POST",
        headers: { ...HEADERS, "content-type": "application/json" },
        body: JSON.stringify({ ...body, page_size: 10 }),
      }),
    );
    await response.text();
    if (!response.ok) throw new Error(`Search answered ${response.status}.`);
    return performance.now() - started;
  };
  const measured: Measurement[] = [];
  for (const [what, body] of searches) {
    await ask(body);
    const runs: number[] = [];
    for (let run = 0; run < RUNS; run += 1) runs.push(await ask(body));
    measured.push({ what: `search of ${TITLES} titles: ${what}`, runs });
  }
  await server.close();
  return measured;
}
