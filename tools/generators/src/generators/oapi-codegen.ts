import { copyFile } from "node:fs/promises";
import { join } from "node:path";
import { run } from "../command.ts";
import type { Generator } from "../generator.ts";

/** Says which oapi-codegen, and what the generated code needs. */
const MODULE = join(import.meta.dirname, "../../go");

export const oapiCodegen: Generator = {
  name: "oapi-codegen: Go types and client",
  async missing() {
    const found = await run(MODULE, "go", ["version"]).catch(() => undefined);
    return found === undefined ? "there is no `go` here; install Go 1.25 or newer to run it" : undefined;
  },
  async generate(bundle, folder) {
    for (const file of ["go.mod", "go.sum"]) await copyFile(join(MODULE, file), join(folder, file));
    const options = ["-config", "oapi-codegen.yaml", "-o", join(folder, "notion.go")];
    await run(MODULE, "go", ["tool", "oapi-codegen", ...options, bundle]);
  },
  async check(folder) {
    await run(folder, "go", ["build", "-mod=readonly", "./..."]);
  },
};
