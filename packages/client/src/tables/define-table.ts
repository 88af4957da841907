import type { NotionVersion, RequestBody, Schema } from "@notional/openapi-types";
import { createPage, getPage, queryDataSource, updatePage } from "../__generated__/operations.ts";
import type { Core } from "../core/create-core.ts";
import { isFullPage } from "../helpers/is-full.ts";
import { type PlainValues, type PropertyType, plainValue } from "../helpers/read-property.ts";
import { propertyValue, type WritableType } from "../helpers/write-property.ts";
import { List } from "../list.ts";
import type { MethodOptions, VersionsWith } from "../operation.ts";
import type { Columns, FilterOf, InputsOf, SortOf, ValuesOf } from "./columns.ts";

/** A row of a data source. */
export interface Row<Cs extends Columns> {
  id: string;
  /** The values by the names of the columns, without what the API wraps around them. */
  values: ValuesOf<Cs>;
  /** The page as the API answers it. */
  page: Schema<"Page">;
}

/** What else a query takes. */
export interface TableQuery<Cs extends Columns> {
  filter?: FilterOf<Cs> | undefined;
  sorts?: SortOf<Cs>[] | undefined;
  /** At most 100, which is what it is when left out. */
  page_size?: number | undefined;
  start_cursor?: string | undefined;
}

/** A page of the rows of a query. */
export interface RowList<Cs extends Columns> {
  results: Row<Cs>[];
  has_more: boolean;
  next_cursor: string | null;
}

/** A client of a version that has data sources. */
type Client = Core<VersionsWith<"queryDataSource">>;

/** A data source whose columns are known, so that what is read and written has their types. */
export interface Table<Cs extends Columns> {
  /** The id of the data source. */
  readonly id: string;
  readonly columns: Cs;
  /** Asks for rows. What is no page, as in a wiki, or may not be read, is left out. */
  query(notion: Client, query?: TableQuery<Cs>, options?: MethodOptions): List<RowList<Cs>>;
  /** Reads a row. */
  get(notion: Client, page_id: string, options?: MethodOptions): Promise<Row<Cs>>;
  /** Makes a row. */
  create(
    notion: Client,
    values: InputsOf<Cs>,
    more?: Omit<RequestBody<"createPage">, "parent" | "properties" | "allow_async">,
    options?: MethodOptions,
  ): Promise<Row<Cs>>;
  /** Changes values of a row, and leaves the others. */
  update(notion: Client, page_id: string, values: InputsOf<Cs>, options?: MethodOptions): Promise<Row<Cs>>;
  /** The values of a page of this data source, in any version. */
  read(page: Pick<Schema<"Page">, "properties">): ValuesOf<Cs>;
  /** Values as `properties` of a request. */
  write(values: InputsOf<Cs>): Schema<"PropertyValueRequests">;
}

/** The type of the rows of a table: `RowOf<typeof beans>`. */
export type RowOf<T> = T extends Table<infer Cs> ? Row<Cs> : never;

/** The type of what can be written to a table: `InputOf<typeof beans>`. */
export type InputOf<T> = T extends Table<infer Cs> ? InputsOf<Cs> : never;

/**
 * A data source with the types of its columns. `notional types` writes the call.
 *
 * Requests name columns by their ids, so they keep working when somebody renames one. A column that was deleted, or
 * has another type now, is a `TypeError` when it is read.
 *
 * @param definition the id of the data source, and its columns by name
 *
 * @example
 * const beans = defineTable({
 *   id: "…",
 *   columns: {
 *     Name: { id: "title", type: "title" },
 *     Roast: { id: "kR%3Dp", type: "select", options: ["light", "dark"] },
 *   },
 * });
 * await beans.create(notion, { Name: "Guji", Roast: "light" });
 * for await (const { values } of beans.query(notion, { filter: { property: "Roast", select: { equals: "dark" } } })) {
 *   console.log(values.Name);
 * }
 */
export function defineTable<const Cs extends Columns>({
  id,
  columns,
}: {
  id: string;
  columns: Cs;
}): Table<Cs> {
  function columnOf(name: string) {
    const column = columns[name];
    if (!column) throw new TypeError(`There is no column ${JSON.stringify(name)}.`);
    return column;
  }

  function read({ properties }: Pick<Schema<"Page">, "properties">): ValuesOf<Cs> {
    const byId = new Map(Object.values(properties).map((value) => [value.id, value]));
    const values: Record<string, PlainValues[PropertyType]> = {};
    for (const [name, column] of Object.entries(columns)) {
      const value = byId.get(column.id);
      if (value?.type !== column.type) {
        const found = value ? `is ${value.type} now, not ${column.type}` : "is not there any more";
        throw new TypeError(`The column ${JSON.stringify(name)} ${found}. Run \`notional types\` again.`);
      }
      values[name] = plainValue(value);
    }
    return values as ValuesOf<Cs>;
  }

  function write(values: InputsOf<Cs>): Schema<"PropertyValueRequests"> {
    const written = Object.entries(values)
      .filter(([, value]) => value !== undefined)
      .map(([name, value]) => {
        const column = columnOf(name);
        return [column.id, propertyValue(column.type as WritableType, value as never)];
      });
    return Object.fromEntries(written);
  }

  function rowOf(page: { object: string; id: string }): Row<Cs> {
    if (!isFullPage(page as Schema<"PageOrPartial">)) {
      throw new TypeError("The connection may not read the content of this row.");
    }
    const full = page as Schema<"Page">;
    return { id: full.id, values: read(full), page: full };
  }

  /** Filters and sorts with the ids of columns. */
  const byIds = (part: unknown): unknown => {
    if (Array.isArray(part)) return part.map(byIds);
    const { property, and, or, ...rest } = part as { property?: string; and?: unknown; or?: unknown };
    return {
      ...rest,
      ...(property !== undefined && { property: columnOf(property).id }),
      and: and && byIds(and),
      or: or && byIds(or),
    };
  };

  return {
    id,
    columns,
    read,
    write,
    query: (notion, { filter, sorts, start_cursor, ...rest } = {}, options) =>
      new List(async (cursor = start_cursor) => {
        const body = {
          ...rest,
          data_source_id: id,
          filter: filter && byIds(filter),
          sorts: sorts && byIds(sorts),
          start_cursor: cursor,
        };
        const answer = await (queryDataSource as unknown as Query)(notion, body, options);
        return { ...answer, results: answer.results.filter(isFullPage).map(rowOf) };
      }),
    get: async (notion, page_id, options) =>
      rowOf(await (getPage as unknown as Call)(notion, { page_id }, options)),
    create: async (notion, values, more = {}, options) => {
      const parent = { type: "data_source_id", data_source_id: id };
      const body = { ...more, parent, properties: write(values) };
      return rowOf(await (createPage as unknown as Call)(notion, body, options));
    },
    update: async (notion, page_id, values, options) => {
      const body = { page_id, properties: write(values) };
      return rowOf(await (updatePage as unknown as Call)(notion, body, options));
    },
  };
}

type Found = { object: string; id: string };
type Call = (core: Core<NotionVersion>, parameters: object, options?: MethodOptions) => Promise<Found>;
type Query = (
  core: Core<NotionVersion>,
  parameters: object,
  options?: MethodOptions,
) => Promise<{ results: Found[] }>;
