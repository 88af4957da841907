import { join } from "node:path";
import { runGenerator } from "./command.ts";
import { generate } from "./generate.ts";

process.exitCode = await runGenerator({
  usage: "codegen",
  summary: "Writes one module of TypeScript types per bundle.",
  out: join(import.meta.dirname, "../../../packages/openapi-types/src/__generated__"),
  generate,
});
