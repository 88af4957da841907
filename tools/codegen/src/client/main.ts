import { join } from "node:path";
import { runGenerator } from "../command.ts";
import { generateClient } from "./generate.ts";

process.exitCode = await runGenerator({
  usage: "node tools/codegen/src/client/main.ts",
  summary: "Writes a function per operation, the groups they stand in, and per version the types of both.",
  out: join(import.meta.dirname, "../../../../packages/client/src/__generated__"),
  generate: generateClient,
});
