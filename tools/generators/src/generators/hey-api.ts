import { createClient } from "@hey-api/openapi-ts";
import type { Generator } from "../generator.ts";
import { typeCheck } from "../type-check.ts";

export const heyApi: Generator = {
  name: "hey-api: types, SDK, zod",
  missing: async () => undefined,
  async generate(bundle, folder) {
    await createClient({
      input: bundle,
      output: folder,
      plugins: ["@hey-api/client-fetch", "@hey-api/typescript", "@hey-api/sdk", "zod"],
      logs: { level: "silent" },
    });
  },
  check: typeCheck,
};
