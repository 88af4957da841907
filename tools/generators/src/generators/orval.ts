import { join } from "node:path";
import { generate } from "orval";
import type { Generator } from "../generator.ts";
import { typeCheck } from "../type-check.ts";

export const orval: Generator = {
  name: "orval: client, zod, MSW mocks",
  missing: async () => undefined,
  async generate(bundle, folder) {
    // From the examples: the mocks that it makes up do not type-check where two members of a union have a field
    // of the same name and another type, and examples are the better answers.
    const mock = { generators: [{ type: "msw" as const, useExamples: true }] };
    const client = {
      target: join(folder, "client.ts"),
      schemas: join(folder, "model"),
      client: "fetch" as const,
      mode: "split" as const,
      mock,
    };
    // One validator a schema; by default orval writes a schema out wherever it is used: 31 MB.
    const override = { zod: { generateReusableSchemas: true } };
    const zod = { target: join(folder, "zod.ts"), client: "zod" as const, mode: "single" as const, override };
    for (const output of [client, zod]) await generate({ input: bundle, output }, folder);
  },
  check: typeCheck,
};
