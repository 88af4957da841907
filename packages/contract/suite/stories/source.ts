import type { Answer, Story } from "./story.ts";

/** A schema with its rows: a data source, or the database itself in versions that have no data sources. */
export interface Source {
  /** As a request names it as a parent or as what a relation leads to. */
  named: { data_source_id: string } | { database_id: string };
  /** The answer of whichever operation shows the schema. */
  get(): Promise<Answer>;
  update(properties: object): Promise<Answer>;
  query(body: object): Promise<Answer>;
}

/** Ids of a database and of its data source. */
export interface SourceIds {
  database_id: string;
  data_source_id: string;
}

/** Databases of the sample workspace. */
export const beans: SourceIds = {
  database_id: "3c8e4b62-9e50-4d7a-83fb-406184ce2d34",
  data_source_id: "4d9f5c73-af61-4e8b-940c-517295df3e45",
};
export const suppliers: SourceIds = {
  database_id: "5eaf6d84-b072-4f9c-a51d-6283a6e04f56",
  data_source_id: "6fb07e95-c183-40ad-b62e-7394b7f15067",
};

/** Whether a version knows data sources. */
const hasDataSources = ({ checker }: Story): boolean =>
  checker.operations.some(({ operationId }) => operationId === "getDataSource");

/** What is there already, through the operations that the version has for it. */
export function sourceOf(story: Story, { database_id, data_source_id }: SourceIds): Source {
  const isApart = hasDataSources(story);
  const kind = isApart ? "DataSource" : "Database";
  const named = isApart ? { data_source_id } : { database_id };
  return {
    named,
    get: () => story.ask(`get${kind}`, { path: named }),
    update: (properties) => story.ask(`update${kind}`, { path: named, body: { properties } }),
    query: (body) => story.ask(`query${kind}`, { path: named, body }),
  };
}

/** The body that makes a database with a schema on a page. */
export function databaseBody(story: Story, page_id: string, properties: object): object {
  const schema = hasDataSources(story) ? { initial_data_source: { properties } } : { properties };
  return { parent: { type: "page_id", page_id }, ...schema };
}

/** Makes a database with a schema on a page. */
export async function createSource(story: Story, page_id: string, properties: object): Promise<Source> {
  const { id, data_sources } = await story.ask("createDatabase", {
    body: databaseBody(story, page_id, properties),
  });
  return sourceOf(story, { database_id: id, data_source_id: data_sources?.[0].id });
}
