import type { Selectable } from "kysely";
import type { Db } from "../../src/store/database.ts";
import type { DataSourceDocument, PageDocument } from "../../src/store/documents.ts";
import type { Node, RelationsTable, Row, RowValuesTable, Tables } from "../../src/store/tables.ts";

/** A data source, and the pages in it. */
export interface Source {
  node: Node;
  document: DataSourceDocument;
  /** Those in the trash and templates included. */
  pages: { node: Node; document: PageDocument }[];
}

/** All that a database holds, as far as it can contradict itself. */
export interface State {
  nodes: Map<string, Node>;
  sources: Map<string, Source>;
  relations: Selectable<RelationsTable>[];
  rows: Row[];
  rowValues: Selectable<RowValuesTable>[];
  counters: Map<string, number>;
  words: Selectable<Tables["title_words"]>[];
  comments: Pick<Selectable<Tables["comments"]>, "id" | "parent_id" | "workspace_id">[];
}

/** Reads everything. For databases of tests, which are small. */
export async function readState(db: Db): Promise<State> {
  const nodes = await db.selectFrom("nodes").selectAll().orderBy("seq").execute();
  const pages = Map.groupBy(
    nodes.filter(({ kind, parent_kind }) => kind === "page" && parent_kind === "data_source"),
    ({ parent_id }) => parent_id,
  );
  const sources = nodes
    .filter(({ kind }) => kind === "data_source")
    .map((node): Source => {
      const document = JSON.parse(node.document) as DataSourceDocument;
      const own = (pages.get(node.id) ?? []).map((page) => ({
        node: page,
        document: JSON.parse(page.document) as PageDocument,
      }));
      return { node, document, pages: own };
    });
  const counters = await db.selectFrom("counters").selectAll().execute();
  return {
    nodes: new Map(nodes.map((node) => [node.id, node])),
    sources: new Map(sources.map((source) => [source.node.id, source])),
    relations: await db.selectFrom("relations").selectAll().orderBy("place").execute(),
    rows: await db.selectFrom("rows").selectAll().orderBy("page_id").execute(),
    rowValues: await db.selectFrom("row_values").selectAll().execute(),
    counters: new Map(counters.map(({ name, value }) => [name, Number(value)])),
    words: await db.selectFrom("title_words").selectAll().execute(),
    comments: await db.selectFrom("comments").select(["id", "parent_id", "workspace_id"]).execute(),
  };
}

/** What is there more than once. */
export const repeated = <Value>(values: readonly Value[]): Value[] =>
  values.filter((value, index) => values.indexOf(value) !== index);
