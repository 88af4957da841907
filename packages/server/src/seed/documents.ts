import { ApiError } from "../errors.ts";
import type { Ids } from "../ids.ts";
import { foldTitle, plainText } from "../operations/titles.ts";
import type {
  DatabaseDocument,
  DataSourceDocument,
  PageDocument,
  StoredRichText,
} from "../store/documents.ts";
import { assignSlots } from "../store/rows.ts";
import { readBlockContent, readCover, readIcon, readText } from "./contents.ts";
import { SeedError } from "./error.ts";
import type { SeedObject } from "./format.ts";
import type { Names } from "./names.ts";
import type { Planned } from "./plan.ts";
import type { Relation } from "./relations.ts";
import { readValues } from "./values.ts";

/** A data source while its rows are read: they may add options to it. */
export type DataSources = Map<string, DataSourceDocument>;

/** What documents are read with, and what else comes of it. */
export interface Reading {
  dataSources: DataSources;
  /** Filled while pages are read. */
  relations: Relation[];
  names: Names;
  ids: Ids;
}

/**
 * What is kept of an object, as `store/documents.ts` has it.
 *
 * @throws SeedError for what the API refuses too, and for values that do not fit
 */
export function documentOf(planned: Planned, reading: Reading): object {
  try {
    return readDocument(planned, reading);
  } catch (error) {
    if (error instanceof ApiError) throw new SeedError(planned.path, error.message);
    throw error;
  }
}

function readDocument(
  { id, kind, type, object, path, parent, isTemplate }: Planned,
  { dataSources, relations, names, ids }: Reading,
): object {
  switch (kind) {
    case "page": {
      const dataSource = parent.kind === "data_source" ? dataSources.get(parent.id as string) : undefined;
      const properties = dataSource?.properties ?? [TITLE];
      const { values, relations: found } = readValues(
        valuesOf(object, properties),
        properties,
        names,
        ids,
        `${path}.properties`,
      );
      for (const [property_id, target_ids] of found)
        relations.push({ page_id: id, property_id, target_ids, dataSourceId: parent.id as string });
      return pageDocument(object, values, isTemplate);
    }
    case "database":
      return databaseDocument(object);
    case "data_source":
      return dataSources.get(id) as DataSourceDocument;
    default:
      return readBlockContent(type as string, object[type as string]);
  }
}

/** The property of a page outside data sources. */
const TITLE = { id: "title", name: "title", description: null, type: "title" as const, config: {} };

/** Answers have the title among the properties; by hand it may stand beside them. */
function valuesOf(
  object: SeedObject,
  properties: readonly { type: string; name: string }[],
): Record<string, unknown> {
  const values = (object.properties ?? {}) as Record<string, unknown>;
  const title = object.title ?? (object.child_page as { title?: string } | undefined)?.title;
  if (title === undefined) return values;
  const name = properties.find(({ type }) => type === "title")?.name ?? "title";
  return { [name]: title, ...values };
}

function pageDocument(
  object: SeedObject,
  properties: PageDocument["properties"],
  isTemplate: boolean,
): PageDocument {
  return {
    icon: readIcon(object.icon),
    cover: readCover(object.cover),
    is_locked: object.is_locked === true,
    is_archived: object.is_archived === true,
    public_url: (object.public_url as string | undefined) ?? null,
    properties,
    ...(isTemplate && { is_template: true }),
  };
}

function databaseDocument(object: SeedObject): DatabaseDocument {
  const { title } = (object.child_database ?? {}) as { title?: string };
  return {
    title: readText(object.title ?? title),
    description: readText(object.description),
    icon: readIcon(object.icon),
    cover: readCover(object.cover),
    is_inline: object.is_inline === true,
    is_locked: object.is_locked === true,
    public_url: (object.public_url as string | undefined) ?? null,
  };
}

/** Without a default template, which is known when all are. */
export function dataSourceDocument(
  object: SeedObject,
  properties: DataSourceDocument["properties"],
): DataSourceDocument {
  return {
    // A database names its data sources in short.
    title: readText(object.title ?? object.name),
    description: readText(object.description),
    icon: readIcon(object.icon),
    properties,
    slots: assignSlots(properties, {}),
  };
}

/** The title as it is searched; blocks have none. */
export function titleOf({ kind }: Planned, document: object | undefined): string | null {
  if (kind === "block") return null;
  const title =
    kind === "page"
      ? (document as PageDocument).properties.title
      : (document as DatabaseDocument | DataSourceDocument).title;
  const items = (
    Array.isArray(title) ? title : title?.type === "title" ? title.title : []
  ) as StoredRichText[];
  return foldTitle(plainText(items));
}
