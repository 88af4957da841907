import { join } from "node:path";
import { runGenerator } from "../command.ts";
import { generateServer } from "./generate.ts";

process.exitCode = await runGenerator({
  usage: "node tools/codegen/src/server/main.ts",
  summary: "Writes the table of operations and the validators of requests, one module of them per bundle.",
  out: join(import.meta.dirname, "../../../../packages/server/src/__generated__"),
  generate: generateServer,
});
