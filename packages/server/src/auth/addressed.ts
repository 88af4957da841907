import { validationError } from "../errors.ts";
import type { NodeKind } from "../store/tables.ts";
import { type Looking, notFound, type Seen, see } from "./access.ts";

/** What is said, for each kind, of something that the connection may see where an address asks for another kind. */
type Sentences = Partial<Record<NodeKind, (id: string) => string>>;

const PAGES: Sentences = {
  database: (id) => `Provided ID ${id} is a database, not a page. Use the retrieve database API instead.`,
  // As the tests of several public programs have it, without a full stop.
  block: (id) => `Provided ID ${id} is a block, not a page. Use the retrieve block API instead`,
};
const DATABASES: Sentences = {
  page: (id) =>
    `Provided database_id ${id} is a page, not a database. Use the pages API instead, or pass the ID of the database itself.`,
};
// In logs of 2026, of reading and of querying.
const DATABASES_BEFORE_DATA_SOURCES: Sentences = {
  page: (id) => `Provided ID ${id} is a page, not a database. Use the retrieve page API instead`,
};

/**
 * What an address names, if it is of the right kind. Measured, and so is that a data source is not found among pages
 * and databases, nor one of these among data sources:
 * https://github.com/MrBinnacle/workspace_lint/blob/main/docs/proof/results-51-database-identity.md
 *
 * @throws ApiError object_not_found; validation_error for something else that the connection may see
 */
const seeAddressed =
  (kind: "page" | "database", sentences: Sentences) =>
  async (context: Looking, id: string): Promise<Seen> => {
    const seen = await see(context, id);
    if (seen?.self.kind === kind) return seen;
    const sentence = seen && sentences[seen.self.kind];
    throw sentence ? validationError(sentence(id)) : notFound(context, kind, id);
  };

export const mustSeePage = seeAddressed("page", PAGES);
export const mustSeeDatabase = seeAddressed("database", DATABASES);
/** Where there are no data sources yet. */
export const mustSeeOldDatabase = seeAddressed("database", DATABASES_BEFORE_DATA_SOURCES);
