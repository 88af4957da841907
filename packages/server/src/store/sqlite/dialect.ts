import type { DatabaseSync, StatementSync } from "node:sqlite";
import { SqliteDialect } from "kysely";

/** Statements kept prepared; preparing one takes longer than running it. */
const KEPT_STATEMENTS = 500;

type Statement = ReturnType<
  ConstructorParameters<typeof SqliteDialect>[0]["database"] extends infer D
    ? D extends { prepare(sql: string): infer S }
      ? (sql: string) => S
      : never
    : never
>;

/** Kysely's own SQLite dialect over Node's SQLite. */
export function sqliteDialect(database: DatabaseSync): SqliteDialect {
  const prepared = new Map<string, Statement>();
  const prepare = (sql: string): Statement => {
    const known = prepared.get(sql);
    if (known) return known;
    // The oldest goes first: a Map keeps the order of insertion.
    if (prepared.size >= KEPT_STATEMENTS) prepared.delete(prepared.keys().next().value ?? "");
    const statement = statementOf(database.prepare(sql));
    prepared.set(sql, statement);
    return statement;
  };
  return new SqliteDialect({ database: { prepare, close: () => database.close() } });
}

/** The face that Kysely expects, which is that of better-sqlite3. */
function statementOf(statement: StatementSync): Statement {
  return {
    reader: statement.columns().length > 0,
    all: (parameters) => statement.all(...(parameters as never[])),
    run: (parameters) => statement.run(...(parameters as never[])),
    iterate: (parameters) => statement.iterate(...(parameters as never[])) as IterableIterator<unknown>,
  };
}
