import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { Ajv2020, type ErrorObject, type ValidateFunction } from "ajv/dist/2020.js";
import addFormats from "ajv-formats";
import type { components, operations } from "../__generated__/control/types.ts";

/** An operation of the control API as its document has it. */
export interface ControlOperation {
  operationId: keyof operations;
  /** Upper case. */
  method: string;
  /** With the names of its parameters. */
  path: string;
  parameters: { name: string; in: "path" | "query"; schema: object }[];
  body: { required: boolean; schema: object } | undefined;
}

/** What does not fit a schema, and where: `workspaces[0].name`. */
export interface Problem {
  path: string;
  message: string;
}

interface Referring {
  $ref?: string;
}
interface DocumentOperation {
  operationId: keyof operations;
  parameters?: Referring[];
  requestBody?: { required?: boolean; content: Record<string, { schema: object }> };
}
interface Document {
  paths: Record<string, Record<string, DocumentOperation>>;
  components: { parameters: Record<string, ControlOperation["parameters"][number]> };
}

const file = createRequire(import.meta.url).resolve("@notional/spec/control/openapi.json");
const document = JSON.parse(readFileSync(file, "utf8")) as Document;

const ajv = new Ajv2020({ strict: false, coerceTypes: false, useDefaults: true });
addFormats.default(ajv);
ajv.addSchema({ $id: "control", ...document });

const compiled = new Map<string, ValidateFunction>();

/** Every operation of the control API. */
export const controlOperations: ControlOperation[] = Object.entries(document.paths).flatMap(([path, item]) =>
  Object.entries(item).map(([method, { operationId, parameters = [], requestBody }]) => ({
    operationId,
    method: method.toUpperCase(),
    path,
    parameters: parameters.map(({ $ref = "" }) => document.components.parameters[nameIn($ref)] as never),
    body: requestBody && {
      required: requestBody.required === true,
      schema: requestBody.content["application/json"]?.schema ?? {},
    },
  })),
);

function nameIn(reference: string): string {
  return reference.slice(reference.lastIndexOf("/") + 1);
}

/** What is wrong with a value that should be of a schema; nothing when it fits. */
export const problemIn = (schema: keyof components["schemas"], value: unknown): Problem | undefined =>
  problemWith({ $ref: `#/components/schemas/${schema}` }, value);

/** As `problemIn`, of a schema as it stands in the document. Fills in defaults. */
export function problemWith(schema: object, value: unknown): Problem | undefined {
  const key = JSON.stringify(schema);
  const check = compiled.get(key) ?? ajv.compile(JSON.parse(key.replaceAll('"#/', '"control#/')) as object);
  compiled.set(key, check);
  if (check(value)) return undefined;
  const [error] = check.errors ?? [];
  return error ? explain(error) : undefined;
}

function explain({ instancePath, keyword, params, message = "" }: ErrorObject): Problem {
  const path = instancePath
    .split("/")
    .slice(1)
    .map((part) =>
      /^\d+$/.test(part) ? `[${part}]` : `.${part.replaceAll("~1", "/").replaceAll("~0", "~")}`,
    )
    .join("")
    .replace(/^\./, "");
  if (keyword === "additionalProperties") {
    return { path, message: `has no key ${JSON.stringify(params.additionalProperty)}.` };
  }
  if (keyword === "required")
    return { path, message: `needs the key ${JSON.stringify(params.missingProperty)}.` };
  if (keyword === "enum")
    return { path, message: `is one of ${(params.allowedValues as unknown[]).join(", ")}.` };
  if (keyword === "type") return { path, message: `is of type ${String(params.type)}.` };
  if (keyword === "format") return { path, message: `has the format ${String(params.format)}.` };
  return { path, message: `${message}.` };
}
