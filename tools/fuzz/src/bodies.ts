import { type Bundle, deref, escapePointer, operationsOf } from "@notional/checker";
import type { Resolve, Schema } from "./schema.ts";

/** A body of JSON that an operation takes or answers with. */
export interface Body {
  operationId: string;
  method: string;
  path: string;
  /** Where its schema is in the bundle. */
  pointer: string;
  schema: Schema;
}

const JSON_TYPE = "application/json";

/** What every operation takes as JSON. */
export function requestBodies(bundle: Bundle): Body[] {
  return operationsOf(bundle).flatMap(({ operationId, method, path, pointer, requestBody }) => {
    const schema = requestBody?.content[JSON_TYPE]?.schema as Schema | undefined;
    const at = `${pointer}/requestBody/content/${escapePointer(JSON_TYPE)}/schema`;
    return schema ? [{ operationId, method, path, schema, pointer: at }] : [];
  });
}

/** What every operation answers as JSON, failures included; each named schema once. */
export function responseBodies(bundle: Bundle): Body[] {
  const found = new Map<string, Body>();
  for (const { operationId, method, path, pointer, responses } of operationsOf(bundle)) {
    for (const [status, response] of Object.entries(responses)) {
      const schema = response.content?.[JSON_TYPE]?.schema as Schema | undefined;
      const raw = bundle.paths[path]?.[method] as
        | { responses: Record<string, { $ref?: string }> }
        | undefined;
      const at = raw?.responses[status]?.$ref?.slice(1) ?? `${pointer}/responses/${status}`;
      const place = `${at}/content/${escapePointer(JSON_TYPE)}/schema`;
      const body = { operationId: `${operationId} ${status}`, method, path, pointer: place };
      if (schema) found.set(schema.$ref ?? place, { ...body, schema });
    }
  }
  return [...found.values()];
}

/** Follows the references of a bundle. */
export function resolverOf(bundle: Bundle): Resolve {
  return (ref) => deref<Schema>(bundle, { $ref: ref });
}

/** Everything that a schema says, what it refers to included: two that say the same take the same values. */
export function textOf(schema: Schema, resolve: Resolve): string {
  const known = new Map<string, Schema>();
  const collect = (part: unknown): void => {
    if (typeof part !== "object" || part === null) return;
    const { $ref } = part as Schema;
    if (typeof $ref === "string" && !known.has($ref)) {
      known.set($ref, resolve($ref));
      collect(known.get($ref));
    }
    for (const child of Object.values(part)) collect(child);
  };
  collect(schema);
  return JSON.stringify([schema, [...known]]);
}
