import { readdirSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";

/** A JSON Schema of OpenAPI 3.1, as far as this package looks into it. */
export type Schema = Record<string, unknown>;

/** A parameter of an operation, its `$ref` followed. */
export interface Parameter {
  name: string;
  in: "path" | "query" | "header" | "cookie";
  required?: boolean;
  schema?: Schema;
  example?: unknown;
}

/** One media type of a request or a response. */
export interface MediaType {
  schema?: Schema;
  examples?: Record<string, { $ref?: string; value?: unknown }>;
}

/** A response of an operation, its `$ref` followed. */
export interface ResponseObject {
  description: string;
  headers?: Record<string, unknown>;
  content?: Record<string, MediaType>;
}

/** An operation of a bundle together with where it stands. */
export interface Operation {
  operationId: string;
  method: string;
  /** The path template, `/v1/pages/{page_id}`. */
  path: string;
  /** JSON pointer of the operation in the bundle, without the leading `#`. */
  pointer: string;
  summary: string;
  parameters: Parameter[];
  requestBody?: { required?: boolean; content: Record<string, MediaType> };
  responses: Record<string, ResponseObject>;
  /** The security schemes that the operation takes instead of a token. */
  security?: Record<string, string[]>[];
}

/** A webhook of a bundle: a request that Notion makes. */
export interface Webhook {
  /** The type of the event, or `verification`. */
  name: string;
  operationId: string;
  parameters: Parameter[];
  requestBody: { content: Record<string, MediaType> };
  /** JSON pointer of the schema of the body in the bundle, without the leading `#`. */
  bodyPointer: string;
}

/** The document of one Notion-Version. */
export interface Bundle {
  info: { title: string; version: string };
  paths: Record<string, Record<string, unknown>>;
  webhooks?: Record<string, Record<string, unknown>>;
  components: Record<string, Record<string, unknown>>;
  "x-notional-source-hash": string;
  [key: string]: unknown;
}

const dist = join(dirname(createRequire(import.meta.url).resolve("@notional/spec/package.json")), "dist");

/** The dates that a bundle exists for, the oldest first. */
export function bundledVersions(): string[] {
  return readdirSync(dist)
    .filter((name) => /^\d{4}-\d{2}-\d{2}$/.test(name))
    .sort();
}

/**
 * Reads the bundle of a version.
 *
 * @param version a Notion-Version, such as `2026-03-11`
 * @throws when there is no bundle for it; run `pnpm generate`
 */
export function loadBundle(version: string): Bundle {
  return JSON.parse(readFileSync(join(dist, version, "openapi.json"), "utf8")) as Bundle;
}

/** Follows a `$ref` within the bundle; anything else is returned as it is. */
export function deref<T>(bundle: Bundle, node: T | { $ref: string }): T {
  if (typeof node !== "object" || node === null || !("$ref" in node) || typeof node.$ref !== "string") {
    return node as T;
  }
  const target = node.$ref
    .slice(2)
    .split("/")
    .map(unescapePointer)
    .reduce<unknown>((at, key) => (at as Record<string, unknown>)[key], bundle);
  return deref(bundle, target as T | { $ref: string });
}

const methods = ["get", "put", "post", "delete", "patch"];

/** Every operation of a bundle, in the order of the document. */
export function operationsOf(bundle: Bundle): Operation[] {
  return Object.entries(bundle.paths).flatMap(([path, item]) =>
    methods.flatMap((method) => {
      const operation = item[method] as Omit<Operation, "method" | "path" | "pointer"> | undefined;
      if (!operation) return [];
      const responses = Object.fromEntries(
        Object.entries(operation.responses).map(([status, response]) => [status, deref(bundle, response)]),
      );
      return [
        {
          ...operation,
          method,
          path,
          pointer: `/paths/${escapePointer(path)}/${method}`,
          parameters: (operation.parameters ?? []).map((parameter) => deref(bundle, parameter)),
          responses,
        },
      ];
    }),
  );
}

/** Every webhook of a bundle, in the order of the document. All are POSTs, which the linter sees to. */
export function webhooksOf(bundle: Bundle): Webhook[] {
  return Object.entries(bundle.webhooks ?? {}).map(([name, item]) => {
    const { post } = item as { post: Omit<Webhook, "name" | "bodyPointer"> };
    return {
      ...post,
      name,
      parameters: post.parameters.map((parameter) => deref(bundle, parameter)),
      bodyPointer: `/webhooks/${escapePointer(name)}/post/requestBody/content/application~1json/schema`,
    };
  });
}

/** Escapes one step of a JSON pointer (RFC 6901). */
export function escapePointer(step: string): string {
  return step.replaceAll("~", "~0").replaceAll("/", "~1");
}

function unescapePointer(step: string): string {
  return step.replaceAll("~1", "/").replaceAll("~0", "~");
}
