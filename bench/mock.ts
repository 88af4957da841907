import { join } from "node:path";
import { HEADERS, time, timeToAnswer } from "./command.ts";
import { ROOT } from "./copy.ts";
import type { Measurement } from "./table.ts";

/** A page with one block, which is a small request of the largest schema. */
const PAGE = JSON.stringify({
  parent: { page_id: "1f6d2a40-7c3e-4b58-a1d9-2e4f6a8c0b12" },
  properties: { title: { title: [{ text: { content: "Cupping notes" } }] } },
  children: [{ paragraph: { rich_text: [{ text: { content: "Peach." } }] } }],
});

/** Prism's own command, and our mock over Prism's engine, on the bundle of the newest version. */
export async function mock(): Promise<Measurement[]> {
  await time(ROOT, "pnpm", ["generate"]);
  const bundle = join(ROOT, "spec/dist/2026-03-11/openapi.json");
  const prism = join(ROOT, "bench/node_modules/.bin/prism");
  const cli = join(ROOT, "packages/cli/src/main.ts");

  const stock = await measure((port) => [
    prism,
    "mock",
    bundle,
    "--port",
    `${port}`,
    "--verboseLevel",
    "error",
  ]);
  const ours = await measure((port) => [process.execPath, cli, "mock", "--port", `${port}`]);
  return [
    { what: "stock Prism, first answer", runs: stock.first, aim: 3_000 },
    { what: "our mock, first answer", runs: ours.first, aim: 3_000, comparedTo: stock.first },
    { what: "stock Prism, first page created", runs: stock.firstPage },
    { what: "our mock, first page created", runs: ours.firstPage, aim: 200, comparedTo: stock.firstPage },
    { what: "stock Prism, next page created", runs: stock.nextPage, aim: 200 },
    { what: "our mock, next page created", runs: ours.nextPage, aim: 200, comparedTo: stock.nextPage },
  ];
}

async function measure(command: (port: number) => string[]) {
  const first: number[] = [];
  const firstPage: number[] = [];
  const nextPage: number[] = [];
  for (let run = 0; run < 3; run += 1) {
    const took = await timeToAnswer(ROOT, command, async (url) => {
      firstPage.push(await timeToCreate(url));
      nextPage.push(await timeToCreate(url));
    });
    first.push(took);
  }
  return { first, firstPage, nextPage };
}

async function timeToCreate(url: string): Promise<number> {
  const started = performance.now();
  const response = await fetch(`${url}/v1/pages`, {
    method: "POST",
    headers: { ...HEADERS, "content-type": "application/json" },
    body: PAGE,
  });
  await response.text();
  if (!response.ok) throw new Error(`${url} answered ${response.status} to a page that is valid.`);
  return performance.now() - started;
}
