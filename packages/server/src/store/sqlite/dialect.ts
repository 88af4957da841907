import type { DatabaseSync, StatementSync } from "node:sqlite";
import { SqliteAdapter, SqliteDialect } from "kysely";

/** Statements kept prepared; preparing one takes longer than running it. */
const KEPT_STATEMENTS = 500;

/** The face that Kysely expects, which is that of better-sqlite3. */
type Statement = ReturnType<
  ConstructorParameters<typeof SqliteDialect>[0]["database"] extends infer D
    ? D extends { prepare(sql: string): infer S }
      ? (sql: string) => S
      : never
    : never
>;

type Prepare = (sql: string) => Statement;

/**
 * Runs what is compiled already without Kysely's own way to a connection, which takes longer than most statements.
 * There is one connection, so it is the same one.
 */
export class DirectAdapter extends SqliteAdapter {
  readonly #prepare: Prepare;

  constructor(prepare: Prepare) {
    super();
    this.#prepare = prepare;
  }

  /** Whose turn it is follows from the database's `read` and `write`. Kysely need not lock once more. */
  override get supportsMultipleConnections(): boolean {
    return true;
  }

  rows(sql: string, parameters: readonly unknown[]): unknown[] {
    const statement = this.#prepare(sql);
    if (statement.reader) return statement.all(parameters);
    statement.run(parameters);
    return [];
  }
}

/** Kysely's own SQLite dialect over Node's SQLite. */
class NodeSqliteDialect extends SqliteDialect {
  readonly #prepare: Prepare;

  constructor(prepare: Prepare, database: DatabaseSync) {
    super({ database: { prepare, close: () => database.close() } });
    this.#prepare = prepare;
  }

  override createAdapter(): SqliteAdapter {
    return new DirectAdapter(this.#prepare);
  }
}

/** @param before Called before each statement; may throw. */
export function sqliteDialect(database: DatabaseSync, before: () => void): SqliteDialect {
  const prepared = new Map<string, Statement>();
  const prepare: Prepare = (sql) => {
    before();
    const known = prepared.get(sql);
    if (known) return known;
    // The oldest goes first: a Map keeps the order of insertion.
    if (prepared.size >= KEPT_STATEMENTS) prepared.delete(prepared.keys().next().value ?? "");
    const statement = statementOf(database.prepare(sql));
    prepared.set(sql, statement);
    return statement;
  };
  return new NodeSqliteDialect(prepare, database);
}

function statementOf(statement: StatementSync): Statement {
  const columns = statement.columns().map(({ name }) => name);
  // The objects that Node makes of rows are dictionaries, which take half as long again to make and to read as these.
  statement.setReturnArrays(true);
  const toObject = (values: unknown): unknown => {
    const row: Record<string, unknown> = {};
    for (let index = 0; index < columns.length; index += 1) {
      row[columns[index] as string] = (values as unknown[])[index];
    }
    return row;
  };
  return {
    reader: columns.length > 0,
    all: (parameters) => statement.all(...(parameters as never[])).map(toObject),
    run: (parameters) => statement.run(...(parameters as never[])),
    *iterate(parameters) {
      for (const row of statement.iterate(...(parameters as never[]))) yield toObject(row);
    },
  };
}
