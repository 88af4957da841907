import { createServer, openPostgres, openSqlite } from "../../src/index.ts";
import { emptySeed } from "../../src/seed/empty.ts";

// A server in a process of its own: `serve.ts <folder>`, or `serve.ts <url> <schema>`. Prints where it listens.
const [, , where = "", schema = ""] = process.argv;
const database = await (schema ? openPostgres(where, { connections: 4, schema }) : openSqlite(where));
const server = await createServer({ database, seed: emptySeed });
console.log(await server.listen());
process.once("SIGTERM", () => server.close());
