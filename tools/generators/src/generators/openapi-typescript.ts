import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import openapiTS, { astToString } from "openapi-typescript";
import type { Generator } from "../generator.ts";
import { typeCheck } from "../type-check.ts";

/** Plain, without any of what tools/codegen does before and after. */
export const openapiTypescript: Generator = {
  name: "openapi-typescript: types",
  missing: async () => undefined,
  async generate(bundle, folder) {
    const nodes = await openapiTS(pathToFileURL(bundle));
    await writeFile(join(folder, "types.ts"), astToString(nodes));
  },
  check: typeCheck,
};
