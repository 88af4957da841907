import {
  check,
  type DataSource,
  type Formula,
  FormulaError,
  type PropertySchema,
  parse,
  readSchema,
  type Schema,
} from "@notional/formula";
import type { ComputedProperty, DataSourceDocument, StoredProperty } from "../../../store/documents.ts";

/** Data sources by id; null for one that is not there. */
export type Documents = ReadonlyMap<string, DataSourceDocument | null>;

/** The schemas that formulas are written over, and the formulas in them. */
export class Sources {
  readonly #documents: Documents;
  readonly #schemas = new Map<string, Schema>();
  readonly #formulas = new Map<string, Formula | undefined>();
  /** The ids of data sources that were asked for and are not among the documents. */
  readonly missing = new Set<string>();

  constructor(documents: Documents) {
    this.#documents = documents;
  }

  property(sourceId: string, propertyId: string): StoredProperty | undefined {
    return this.#document(sourceId)?.properties.find(({ id }) => id === propertyId);
  }

  /** What is known of a formula or a rollup. */
  computed(sourceId: string, propertyId: string): ComputedProperty | undefined {
    return this.#document(sourceId)?.computed?.[propertyId];
  }

  /** The formula of a property; nothing when it makes no sense, or needs its own value. */
  formula(sourceId: string, { id, config }: StoredProperty): Formula | undefined {
    const key = `${sourceId} ${id}`;
    if (this.#formulas.has(key)) return this.#formulas.get(key);
    const formula = this.#compile(String(config.expression), sourceId);
    this.#formulas.set(key, formula);
    return formula;
  }

  #compile(expression: string, sourceId: string): Formula | undefined {
    try {
      return this.check(expression, sourceId);
    } catch (error) {
      if (error instanceof FormulaError) return undefined;
      throw error;
    }
  }

  /** @throws FormulaError when the formula makes no sense in this data source */
  check(expression: string, sourceId: string): Formula {
    return check(parse(expression), this.#schema(sourceId));
  }

  #schema(id: string): Schema {
    const known = this.#schemas.get(id);
    if (known) return known;
    const document = this.#document(id);
    const schema = readSchema(asAnswered(id, document?.properties ?? []), (otherId) => {
      const other = this.#document(otherId);
      return other && asAnswered(otherId, other.properties);
    });
    this.#schemas.set(id, schema);
    return schema;
  }

  #document(id: string): DataSourceDocument | undefined {
    const document = this.#documents.get(id);
    if (document === undefined) this.missing.add(id);
    return document ?? undefined;
  }
}

/** The part of a data source that formulas look at, as answers have it. */
function asAnswered(id: string, properties: readonly StoredProperty[]): DataSource {
  const entries = properties.map(({ id: propertyId, name, type, config }): [string, PropertySchema] => [
    name,
    { id: encodeURIComponent(propertyId), name, type, [type]: type === "rollup" ? encoded(config) : config },
  ]);
  return { id, properties: Object.fromEntries(entries) };
}

const encoded = ({ relation_property_id, rollup_property_id, ...rest }: StoredProperty["config"]) => ({
  ...rest,
  relation_property_id: encodeURIComponent(String(relation_property_id)),
  rollup_property_id: encodeURIComponent(String(rollup_property_id)),
});

/**
 * Does something over schemas of which nobody knows beforehand which they are.
 *
 * @param documents Those that are known already; what is loaded is added.
 * @param work Is done again as long as it asks for others.
 * @param find Loads documents; those that are not there it leaves out.
 */
export async function withSources<T>(
  documents: Map<string, DataSourceDocument | null>,
  work: (sources: Sources) => T,
  find: (ids: readonly string[]) => Promise<ReadonlyMap<string, DataSourceDocument>>,
): Promise<T> {
  for (;;) {
    const sources = new Sources(documents);
    const outcome = attempt(() => work(sources));
    if (sources.missing.size === 0) return outcome();
    const found = await find([...sources.missing]);
    for (const id of sources.missing) documents.set(id, found.get(id) ?? null);
  }
}

/** What came of it, also when that is an error: it may not be one any more when everything is known. */
function attempt<T>(work: () => T): () => T {
  try {
    const result = work();
    return () => result;
  } catch (error) {
    return () => {
      throw error;
    };
  }
}
