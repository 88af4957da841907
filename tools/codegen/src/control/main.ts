import { join } from "node:path";
import { runGenerator } from "../command.ts";
import { generateControl } from "./generate.ts";

process.exitCode = await runGenerator({
  usage: "node tools/codegen/src/control/main.ts",
  summary: "Writes the types of the control API, the schema of seeds, and the seed of the sample workspace.",
  out: join(import.meta.dirname, "../../../../packages/server/src/__generated__/control"),
  generate: generateControl,
});
