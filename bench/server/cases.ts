import { once, type Shot } from "./load.ts";

/** One way to use the API, and what it is measured against. */
export interface Case {
  what: string;
  shot: Shot;
  /** Its body is validated by the bare server as well. */
  operationId?: string;
  /** Whether stock Prism is asked too. */
  prism?: boolean;
}

/** Makes what the cases need, and tells how to ask for it. */
export async function measuredCases(url: string): Promise<Case[]> {
  const make = async (method: "POST" | "PATCH", path: string, body: object) =>
    JSON.parse(await once(url, { method, path, body }));
  const text = (content: string) => ({ rich_text: [{ text: { content } }] });
  const title = (content: string) => ({ title: [{ text: { content } }] });
  const home = await make("POST", "/v1/pages", {
    // The Roastery handbook of the sample workspace.
    parent: { type: "page_id", page_id: "1f6d2a40-7c3e-4b58-a1d9-2e4f6a8c0b12" },
    properties: { title: title("Home") },
  });
  const children = Array.from({ length: 100 }, (_, index) => ({ paragraph: text(`Paragraph ${index}`) }));
  await make("PATCH", `/v1/blocks/${home.id}/children`, { children });
  const database = await make("POST", "/v1/databases", {
    parent: { type: "page_id", page_id: home.id },
    initial_data_source: {
      properties: {
        Name: { title: {} },
        Price: { number: {} },
        Roasted: { date: {} },
        Notes: { rich_text: {} },
      },
    },
  });
  const row = (index: number) => ({
    parent: { type: "data_source_id", data_source_id: database.data_sources[0].id },
    properties: {
      Name: title(`Row ${index}`),
      Price: { number: index % 100 },
      Roasted: { date: { start: "2026-11-20" } },
      Notes: text("Peach, jasmine, and a long finish of cane sugar."),
    },
  });
  const first = await make("POST", "/v1/pages", row(0));
  return [
    { what: "retrieve a page", shot: { method: "GET", path: `/v1/pages/${first.id}` }, prism: true },
    { what: "list 100 children", shot: { method: "GET", path: `/v1/blocks/${home.id}/children` } },
    {
      what: "create a row",
      shot: { method: "POST", path: "/v1/pages", body: row(1) },
      operationId: "createPage",
      prism: true,
    },
    {
      what: "append 100 blocks",
      shot: { method: "PATCH", path: `/v1/blocks/${first.id}/children`, body: { children } },
      operationId: "appendBlockChildren",
    },
  ];
}
