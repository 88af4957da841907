import type { Compilable, CompiledQuery } from "kysely";
import type { Db } from "./database.ts";
import { DirectAdapter } from "./sqlite/dialect.ts";

/** Stands for a parameter while a statement is compiled. */
class Placeholder {
  readonly index: number;

  constructor(index: number) {
    this.index = index;
  }
}

/**
 * A statement that is built and compiled once for each engine; after that only its parameters change. To build
 * and compile a statement takes longer than SQLite needs to run it, so what every request does is written so.
 *
 * @param build Uses each of its parameters as a value, and decides nothing by them.
 * @returns A function that runs it.
 * @example const nodeById = statement((db, id: string) => db.selectFrom("nodes").selectAll().where("id", "=", id));
 */
export function statement<Parameters extends unknown[], Row>(
  build: (db: Db, ...parameters: Parameters) => Compilable<Row>,
): (db: Db, ...parameters: Parameters) => Promise<Row[]> {
  const compiled = new WeakMap<object, CompiledQuery<Row>>();
  return async (db, ...parameters) => {
    const engine = db.getExecutor().adapter;
    let query = compiled.get(engine);
    if (!query) {
      const placeholders = parameters.map((_, index) => new Placeholder(index)) as unknown[] as Parameters;
      query = build(db, ...placeholders).compile();
      compiled.set(engine, query);
    }
    const given = query.parameters.map((value) =>
      value instanceof Placeholder ? parameters[value.index] : value,
    );
    if (engine instanceof DirectAdapter) return engine.rows(query.sql, given) as Row[];
    const { rows } = await db.executeQuery<Row>({ ...query, parameters: given });
    return rows;
  };
}

/** Forms follow from schemas and from how much is sent, and there is no end of those. */
const MOST_FORMS = 500;

/**
 * Statements that write rows, and differ in their columns and in how many there are. One is kept for each form.
 *
 * @param build Is given rows whose values are placeholders, and further parameters.
 * @returns A function that runs it. All rows have the same columns; what is undefined in the first is left out.
 * @example const insertPages = rowStatement((db, pages) => db.insertInto("pages").values(pages));
 */
export function rowStatement<Row extends object, Parameters extends unknown[], Result>(
  build: (db: Db, rows: Row[], ...parameters: Parameters) => Compilable<Result>,
): (db: Db, rows: readonly Row[], ...parameters: Parameters) => Promise<Result[]> {
  const known = new Map<string, (db: Db, ...values: unknown[]) => Promise<Result[]>>();
  return async (db, rows, ...parameters) => {
    // Loops, and no methods of arrays: everything that is written comes by here.
    const [first] = rows;
    const columns: (keyof Row & string)[] = [];
    let form = `${rows.length}`;
    for (const column in first) {
      if (first[column] === undefined) continue;
      columns.push(column);
      form += ` ${column}`;
    }
    let run = known.get(form);
    if (!run) {
      const { length } = rows;
      run = statement((on: Db, ...values: unknown[]) => {
        const placeholders = Array.from({ length }, (_, row) =>
          Object.fromEntries(columns.map((column, at) => [column, values[row * columns.length + at]])),
        );
        const rest = values.slice(length * columns.length);
        return build(on, placeholders as Row[], ...(rest as Parameters));
      });
      if (known.size < MOST_FORMS) known.set(form, run);
    }
    const values: unknown[] = [];
    for (const row of rows) {
      for (const column of columns) values.push(row[column]);
    }
    return await run(db, ...values, ...parameters);
  };
}
