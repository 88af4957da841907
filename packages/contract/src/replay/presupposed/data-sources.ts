import { dataSourcesOf, parentIds, type Sighted } from "./sightings.ts";
import type { Stub } from "./stubs.ts";

/** What is known of a data source besides what answers show of it. */
export interface KnownSource {
  databaseId?: string;
  title?: string;
}

/** All data sources that were there before, by id: shown, named by their databases, or by rows and relations. */
export function dataSourcesIn(
  { before, made }: Sighted,
  stubs: ReadonlyMap<string, Stub>,
): Map<string, KnownSource> {
  const sources = new Map<string, KnownSource>();
  for (const { id, kind, databaseId } of stubs.values()) {
    if (kind === "data_source") sources.set(id, databaseId === undefined ? {} : { databaseId });
  }
  for (const { id, object } of before.values()) {
    for (const source of dataSourcesOf(object)) {
      if (!made.has(source.id)) sources.set(source.id, { databaseId: id, title: source.name ?? "" });
    }
    const [databaseId] = parentIds(object);
    if (object.object === "data_source" && databaseId) sources.set(id, { databaseId });
  }
  return sources;
}
