import { check } from "../check/check.ts";
import { FormulaError } from "../error.ts";
import { parse } from "../syntax/parse.ts";
import type { Property, Schema } from "../types/schema.ts";
import type { Type } from "../types/type.ts";
import { BOOLEAN, DATE, EMPTY, listOf, NUMBER, PERSON, present, TEXT } from "../types/type.ts";
import { decodeId } from "./property-id.ts";

/** A data source as `GET /v1/data_sources/{id}` of 2026-03-11 gives it, as far as formulas look at it. */
export interface DataSource {
  id: string;
  properties: Record<string, PropertySchema>;
}

/** One property of a data source. What belongs to its type is under the name of the type. */
export interface PropertySchema {
  id: string;
  name: string;
  type: string;
  [configuration: string]: unknown;
}

const TYPES: Record<string, Type> = {
  title: TEXT,
  rich_text: TEXT,
  select: TEXT,
  status: TEXT,
  url: TEXT,
  email: TEXT,
  phone_number: TEXT,
  unique_id: TEXT,
  multi_select: listOf(TEXT),
  files: listOf(TEXT),
  number: NUMBER,
  checkbox: BOOLEAN,
  date: DATE,
  created_time: DATE,
  last_edited_time: DATE,
  people: listOf(PERSON),
  created_by: PERSON,
  last_edited_by: PERSON,
};

/**
 * The schema of a data source for formulas.
 *
 * Types are found when they are asked for, so data sources may be related to each other and to themselves. A formula
 * that does not parse or type-check is `empty` to others.
 *
 * @param related Gives the data source of an id, for relations; nothing where it is unknown or may not be seen.
 * @throws FormulaError of the kind "cycle", when the type of a property is asked for that needs itself.
 */
export function readSchema(
  dataSource: DataSource,
  related: (dataSourceId: string) => DataSource | undefined = () => undefined,
): Schema {
  return new Reader(related).schema(dataSource);
}

class Reader {
  readonly #find: (dataSourceId: string) => DataSource | undefined;
  readonly #schemas = new Map<string, Schema>();

  constructor(find: (dataSourceId: string) => DataSource | undefined) {
    this.#find = find;
  }

  schema(dataSource: DataSource): Schema {
    const known = this.#schemas.get(dataSource.id);
    if (known) return known;
    const byId = new Map<string, Property>();
    const byName = new Map<string, Property>();
    const schema: Schema = {
      id: dataSource.id,
      property: (key) => ("id" in key ? byId.get(decodeId(key.id)) : byName.get(key.name)),
      related: (id) => this.#related(id),
    };
    this.#schemas.set(dataSource.id, schema);
    for (const [name, property] of Object.entries(dataSource.properties)) {
      const read = this.#property(name, property, schema);
      byId.set(read.id, read);
      byName.set(name, read);
    }
    return schema;
  }

  #related(id: string): Schema | undefined {
    const dataSource = this.#schemas.has(id) ? undefined : this.#find(id);
    return dataSource ? this.schema(dataSource) : this.#schemas.get(id);
  }

  #property(name: string, property: PropertySchema, schema: Schema): Property {
    const typeOf = () => this.#type(property, schema);
    let type: Type | "in progress" | undefined;
    return {
      id: decodeId(property.id),
      name,
      get type() {
        if (type === "in progress") {
          throw new FormulaError("cycle", `The value of ${name} would need itself.`, { start: 0, end: 0 });
        }
        if (type !== undefined) return type;
        type = "in progress";
        try {
          type = typeOf();
          return type;
        } finally {
          if (type === "in progress") type = undefined;
        }
      },
    };
  }

  #type(property: PropertySchema, schema: Schema): Type {
    const configuration = property[property.type] as Record<string, unknown> | undefined;
    switch (property.type) {
      case "formula":
        return formulaType(String(configuration?.expression ?? ""), schema);
      case "relation":
        return listOf({ kind: "page", dataSource: String(configuration?.data_source_id), via: [] });
      case "rollup":
        return this.#rollupType(configuration ?? {}, schema);
      default:
        return TYPES[property.type] ?? EMPTY;
    }
  }

  #rollupType(rollup: Record<string, unknown>, schema: Schema): Type {
    switch (rollup.function) {
      case "earliest_date":
      case "latest_date":
      case "date_range":
        return DATE;
      // Of dates they come to dates.
      case "min":
      case "max":
      case "range":
        return this.#isOfDates(rollup, schema) ? DATE : NUMBER;
      case "show_original":
      case "show_unique": {
        const type = this.#rolledUpType(rollup, schema);
        return type.kind === "list" ? type : listOf(type);
      }
      default:
        return NUMBER;
    }
  }

  /** What is summed up may need the rollup itself, in another row; that is no date then. */
  #isOfDates(rollup: Record<string, unknown>, schema: Schema): boolean {
    try {
      return present(this.#rolledUpType(rollup, schema)).kind === "date";
    } catch (error) {
      if (error instanceof FormulaError && error.kind === "cycle") return false;
      throw error;
    }
  }

  /** The type of the property that a rollup sums up. */
  #rolledUpType(rollup: Record<string, unknown>, schema: Schema): Type {
    const relation = schema.property({ id: String(rollup.relation_property_id) })?.type;
    const page = relation?.kind === "list" ? relation.of : undefined;
    const target = page?.kind === "page" && page.dataSource ? this.#related(page.dataSource) : undefined;
    return target?.property({ id: String(rollup.rollup_property_id) })?.type ?? EMPTY;
  }
}

function formulaType(expression: string, schema: Schema): Type {
  try {
    return check(parse(expression), schema).type;
  } catch (error) {
    if (error instanceof FormulaError && error.kind !== "cycle") return EMPTY;
    throw error;
  }
}
