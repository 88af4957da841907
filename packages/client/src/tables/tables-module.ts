import type { Schema } from "@notional/openapi-types";
import { richTextToPlainText } from "../helpers/plain-text.ts";
import type { PropertyType } from "../helpers/read-property.ts";

/** As much of a data source as its types need. */
export type DataSource = Pick<Schema<"DataSource">, "object" | "id" | "title" | "properties">;

/**
 * A TypeScript module with a table for each data source: its columns, and types of its rows and of what can be written.
 *
 * @param dataSources as the API answers them
 * @param from the module that has `defineTable`
 * @returns the text of the module; the same for the same data sources, in whatever order
 */
export function tablesModule(dataSources: readonly DataSource[], from = "@notional/client/tables"): string {
  const sorted = dataSources
    .map((dataSource) => ({ dataSource, title: richTextToPlainText(dataSource.title) }))
    .sort((one, other) => compare(one.title, other.title) || compare(one.dataSource.id, other.dataSource.id));
  const names = new Set<string>();
  const tables = sorted.map(({ dataSource, title }) => table(dataSource, title, uniqueName(title, names)));
  return [
    "// The data sources of a workspace.",
    "// Written by `notional types`. Do not edit: run it again.",
    "",
    `import { defineTable, type InputOf, type RowOf } from ${JSON.stringify(from)};`,
    ...tables,
    "",
  ].join("\n");
}

function table({ id, properties }: DataSource, title: string, name: string): string {
  const type = name.replace(/^./u, (first) => first.toUpperCase());
  const columns = Object.entries(properties)
    .filter(([, { type }]) => !(type in WITHOUT_VALUES))
    .sort(([one], [other]) => compare(one, other))
    .map(([key, property]) => `    ${keyOf(key)}: ${column(property)},`);
  return `
/** ${comment(title || "Untitled")} */
export const ${name} = defineTable({
  id: ${JSON.stringify(id)},
  columns: {
${columns.join("\n")}
  },
});

/** A row of ${comment(title || "Untitled")}. */
export type ${type}Row = RowOf<typeof ${name}>;

/** What can be written to a row of ${comment(title || "Untitled")}. */
export type ${type}Input = InputOf<typeof ${name}>;`;
}

type Config = DataSource["properties"][string];

/** Properties that pages have no value of. */
const WITHOUT_VALUES: { [Type in Exclude<Config["type"], PropertyType>]: true } = {
  location: true,
  last_visited_time: true,
};

function column(config: Config): string {
  const fields = [`id: ${JSON.stringify(config.id)}`, `type: ${JSON.stringify(config.type)}`];
  const names = (items: readonly { name: string }[]) => JSON.stringify(items.map(({ name }) => name));
  if (config.type === "select") fields.push(`options: ${names(config.select.options)}`);
  if (config.type === "multi_select") fields.push(`options: ${names(config.multi_select.options)}`);
  if (config.type === "status") {
    fields.push(`options: ${names(config.status.options)}`, `groups: ${names(config.status.groups)}`);
  }
  return `{ ${fields.join(", ")} }`;
}

const keyOf = (name: string): string =>
  /^[A-Za-z_$][\w$]*$/.test(name) && name !== "__proto__"
    ? name
    : name === "__proto__"
      ? '["__proto__"]'
      : JSON.stringify(name);

/** A title that ends the comment, or the line, would end more than that. */
const comment = (title: string): string => title.replaceAll("*/", "*\\/").replace(/\s+/g, " ").trim();

/** `Coffee beans (2026)` is `coffeeBeans2026`. */
function uniqueName(title: string, taken: Set<string>): string {
  const words = title.match(/[\p{L}\p{N}]+/gu) ?? [];
  const joined = words
    .map((word, index) =>
      index === 0
        ? word.replace(/^./u, (first) => first.toLowerCase())
        : word.replace(/^./u, (first) => first.toUpperCase()),
    )
    .join("");
  const base = /^\p{ID_Start}/u.test(joined) ? joined : `table${joined}`;
  const name = RESERVED.has(base) ? `${base}Table` : base;
  let unique = name;
  // Types are named after tables, so they differ in more than the first letter's case.
  for (let number = 2; taken.has(unique); number += 1) unique = `${name}${number}`;
  taken.add(unique);
  return unique;
}

/** What no constant can be called. */
const RESERVED = new Set(
  "arguments await break case catch class const continue debugger default defineTable delete do else enum eval export extends false finally for function if implements import in instanceof interface let new null package private protected public return static super switch this throw true try typeof undefined var void while with yield".split(
    " ",
  ),
);

const compare = (one: string, other: string): number => (one < other ? -1 : one > other ? 1 : 0);
