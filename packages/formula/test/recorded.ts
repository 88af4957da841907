import { existsSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import type { DataSource, FormulaValue, PropertySchema, PropertyValue } from "../src/index.ts";

/** Where recorded exchanges with the API are, beside the project. They are not part of it. */
export const recordingsFile = fileURLToPath(
  new URL("../../../../shared/recordings/exchanges.jsonl", import.meta.url),
);

export const hasRecordings = existsSync(recordingsFile);

/** A formula as somebody wrote it, and as the API showed it afterwards. */
export interface Rewritten {
  id: string;
  written: string;
  shown: string;
  dataSource: DataSource;
}

/** The value of a formula in a page. */
export interface Evaluated {
  id: string;
  property: string;
  expression: string;
  page: Page;
  dataSource: DataSource;
  value: FormulaValue;
  /** When the API answered, in milliseconds since 1970, to the minute; nothing where that cannot be told. */
  now: number | null;
}

export interface Page {
  object: "page";
  id: string;
  created_time: string;
  last_edited_time: string;
  parent: { data_source_id?: string };
  properties: Record<string, PropertyValue>;
}

interface Exchange {
  id: string;
  request: { method: string; path: string; body: unknown };
  response: { status: number; body: unknown };
}

/** Every formula that was written and read back, and every value of a formula whose expression is known. */
export function readRecordings(): { rewritten: Rewritten[]; evaluated: Evaluated[] } {
  const lines = readFileSync(recordingsFile, "utf8").split("\n").filter(Boolean);
  const exchanges = lines.map((line) => JSON.parse(line) as Exchange);
  const everywhere = new Map<string, DataSource>();
  for (const { response } of exchanges)
    for (const found of dataSources(response.body)) everywhere.set(found.id, found);

  const rewritten: Rewritten[] = [];
  const evaluated: Evaluated[] = [];
  let tape = "";
  let known = new Map<string, DataSource>();
  let written: { id: string; name: string; expression: string }[] = [];
  for (const { id, request, response } of exchanges) {
    const ownTape = id.replace(/#\d+$/, "");
    if (ownTape !== tape) {
      tape = ownTape;
      known = new Map();
      written = [];
    }
    if (response.status === 200) written.push(...writtenFormulas(request.body, id));
    for (const dataSource of dataSources(response.body)) {
      known.set(dataSource.id, dataSource);
      for (const { name, expression, ...from } of written) {
        const shown = expressionOf(dataSource.properties[name]);
        if (shown === undefined) continue;
        rewritten.push({ id: from.id, written: expression, shown, dataSource });
        written = written.filter((one) => one.name !== name);
      }
    }
    const created = request.method === "POST" && request.path === "/v1/pages";
    for (const page of objects(response.body, "page") as unknown as Page[]) {
      const source = page.parent.data_source_id ?? "";
      const dataSource = known.get(source) ?? everywhere.get(source);
      const now = created ? Date.parse(page.created_time) : null;
      if (dataSource)
        evaluated.push(
          ...formulaValues(page, dataSource).map((one) => ({ ...one, id, page, dataSource, now })),
        );
    }
  }
  return { rewritten, evaluated };
}

function formulaValues(page: Page, dataSource: DataSource) {
  return Object.entries(page.properties).flatMap(([property, value]) => {
    const expression = expressionOf(dataSource.properties[property]);
    if (value.type !== "formula" || expression === undefined) return [];
    return [{ property, expression, value: value.formula as FormulaValue }];
  });
}

function expressionOf(property: PropertySchema | undefined): string | undefined {
  return (property?.formula as { expression?: string } | undefined)?.expression;
}

function writtenFormulas(body: unknown, id: string) {
  const { properties, initial_data_source } = (body ?? {}) as Record<
    string,
    { properties?: unknown } | undefined
  >;
  const all = (initial_data_source?.properties ?? properties ?? {}) as Record<string, PropertySchema | null>;
  return Object.entries(all).flatMap(([name, property]) => {
    const expression = property && expressionOf(property);
    return expression ? [{ id, name, expression }] : [];
  });
}

function dataSources(body: unknown): DataSource[] {
  return objects(body, "data_source").filter((one) => "properties" in one) as unknown as DataSource[];
}

/** Objects of a kind, wherever they are in an answer. */
function objects(node: unknown, kind: string): Record<string, unknown>[] {
  if (typeof node !== "object" || node === null) return [];
  const own =
    "object" in node && node.object === kind && "properties" in node ? [node as Record<string, unknown>] : [];
  return [...own, ...Object.values(node).flatMap((child) => objects(child, kind))];
}
