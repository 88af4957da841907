import { resolve } from "node:path";
import { createServer, defaultRateLimit, SeedError, type Server } from "@notional/server";
import type { ApiOptions } from "./api-options.ts";
import { CommandError, UsageError } from "./command.ts";

/**
 * What answers `/v1`, and `/_notional`.
 *
 * @throws UsageError for two databases, or one of another kind; CommandError when the seed cannot be read, or the database cannot be opened
 */
export async function createApi({
  data,
  database,
  seed,
  onExchange,
  ...options
}: ApiOptions): Promise<Server> {
  if (data !== undefined && database !== undefined) {
    throw new UsageError("--data and --database are two places for the same thing. Leave one of them out.");
  }
  if (database !== undefined && !/^postgres(ql)?:\/\//.test(database)) {
    throw new UsageError(
      `--database is the address of a PostgreSQL database, postgres://user@host/name, not ${JSON.stringify(database)}. A folder is --data.`,
    );
  }
  try {
    return await createServer({
      ...(seed !== undefined && { seed }),
      database: database ?? (data === undefined ? "memory" : resolve(data)),
      settings: {
        strict: options.strict,
        rateLimit: options["rate-limit"] ? defaultRateLimit : undefined,
        controlKey: options.key ?? process.env.NOTIONAL_KEY,
      },
      ...(onExchange && { onExchange }),
    });
  } catch (error) {
    const reason = reasonOf(error);
    if (error instanceof SeedError)
      throw new CommandError(`${seed} is no seed: ${reason.replace(`${seed}: `, "")}`);
    if (database === undefined && data === undefined) throw error;
    throw new CommandError(`Cannot open ${database === undefined ? data : "the database"}: ${reason}`);
  }
}

/** A database that is not there has no reason of its own, but that of the connection. */
function reasonOf(error: unknown): string {
  const { message, cause } = error as Error & { cause?: NodeJS.ErrnoException };
  return cause?.message || cause?.code || message;
}
