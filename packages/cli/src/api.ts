import { createServer, defaultRateLimit, SeedError, type Server } from "@notional/server";
import type { ApiOptions } from "./api-options.ts";
import { CommandError } from "./command.ts";

/**
 * What answers `/v1`, and `/_notional`.
 *
 * @throws CommandError when the seed cannot be read, or the database cannot be opened
 */
export async function createApi({
  data,
  database,
  seed,
  onExchange,
  ...options
}: ApiOptions): Promise<Server> {
  if (data !== undefined && database !== undefined) {
    throw new CommandError("--data and --database are two places for the same thing. Leave one of them out.");
  }
  try {
    return await createServer({
      ...(seed !== undefined && { seed }),
      database: database ?? data ?? "memory",
      settings: {
        strict: options.strict,
        rateLimit: options["rate-limit"] ? defaultRateLimit : undefined,
        controlKey: options.key ?? process.env.NOTIONAL_KEY,
      },
      ...(onExchange && { onExchange }),
    });
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    if (error instanceof SeedError) throw new CommandError(`${seed} is no seed. ${reason}`);
    if (database === undefined && data === undefined) throw error;
    throw new CommandError(`Cannot open ${database === undefined ? data : "the database"}: ${reason}`);
  }
}
