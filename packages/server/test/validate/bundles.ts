import { createRequire } from "node:module";
import type { NotionVersion } from "@notional/openapi-types";
import { versions } from "@notional/openapi-types/versions";
import { operations } from "../../src/__generated__/operations.ts";
import type { Schema } from "../../src/validate/explain/schema.ts";

const require = createRequire(import.meta.url);

interface Bundle {
  paths: Record<
    string,
    Record<string, { requestBody?: { content: Record<string, { examples: Record<string, Example> }> } }>
  >;
  components: { examples: Record<string, Example>; schemas: Record<string, Schema> };
}

interface Example {
  $ref?: string;
  value?: unknown;
}

export interface BodyExample {
  version: NotionVersion;
  operationId: string;
  name: string;
  body: unknown;
}

export const bundleOf = (version: NotionVersion): Bundle => require(`@notional/spec/${version}/openapi.json`);

/** Every example of a JSON body, of every version. */
export function bodyExamples(): BodyExample[] {
  return versions.flatMap((version) => {
    const { paths, components } = bundleOf(version);
    return Object.entries(operations[version]).flatMap(([operationId, { path, method }]) => {
      const content = paths[path]?.[method.toLowerCase()]?.requestBody?.content["application/json"];
      return Object.entries(content?.examples ?? {}).map(([name, example]) => {
        const key = example.$ref?.split("/").at(-1);
        return { version, operationId, name, body: (key ? components.examples[key] : example)?.value };
      });
    });
  });
}

/** Ids for the parameters of a path. */
export function pathParameters(version: NotionVersion, operationId: string): Record<string, string> {
  const rows: Record<string, { path: string }> = operations[version];
  const names = [...(rows[operationId]?.path ?? "").matchAll(/\{(\w+)\}/g)].map(([, name = ""]) => name);
  return Object.fromEntries(names.map((name) => [name, "b55c9c91-384d-452b-81db-d1ef79372b75"]));
}
