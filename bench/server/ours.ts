// The server as it is published. Prints its URL when it listens.
import { enableCompileCache } from "node:module";

enableCompileCache();
const built: string = "../../packages/server/dist/index.js";
const { createServer, openPostgres } = await import(built);
const [postgres, schema] = process.argv.slice(2);
const database = postgres ? await openPostgres(postgres, { schema }) : undefined;
const server = await createServer({ ...(database && { database }) });
console.log(await server.listen());
