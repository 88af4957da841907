// The server as it is published, whose module is the first argument. Prints its URL when it listens. As in the `notional`
// command, what was compiled for one process is kept for the next.
import { enableCompileCache } from "node:module";

enableCompileCache();
const [built = "", postgres, schema] = process.argv.slice(2);
const { createServer, openPostgres } = await import(built);
const database = postgres ? await openPostgres(postgres, { schema }) : undefined;
const server = await createServer({ ...(database && { database }) });
console.log(await server.listen());
// A process that a signal ends writes nothing down.
process.once("SIGTERM", () => process.exit());
