import {
  type Bundle,
  deref,
  type MediaType,
  type Operation,
  type Schema,
  type Webhook,
} from "@notional/checker";
import { multipart, toFormData } from "./multipart.ts";

/** A request of the document, ready to be sent. */
export interface RequestCase {
  /** The key of the example, or `no_body`. */
  name: string;
  path: Record<string, unknown>;
  query: Record<string, unknown>;
  /** A value for JSON, or a form. */
  body?: unknown;
}

/** An answer of the document. */
export interface ResponseCase {
  status: number;
  /** The key of the example. */
  name: string;
  /** What to ask for with `Accept`. */
  mediaType: string;
  value: unknown;
}

/**
 * The requests that the document shows for an operation: one per request example. An operation without a body is
 * called with the parameters that it requires, and once more with all that have an example.
 */
export function requestCases(bundle: Bundle, operation: Operation): RequestCase[] {
  const parameters = (where: "path" | "query", all: boolean) =>
    Object.fromEntries(
      operation.parameters
        .filter((parameter) => parameter.in === where)
        .filter((parameter) => parameter.required || (all && parameter.example !== undefined))
        .map((parameter) => [parameter.name, parameter.example]),
    );
  const least = { path: parameters("path", false), query: parameters("query", false) };
  const most = { path: least.path, query: parameters("query", true) };
  const bodies = Object.entries(operation.requestBody?.content ?? {}).flatMap(([type, mediaType]) =>
    examplesOf(bundle, mediaType).map(({ name, value }) => ({
      name,
      value: type === multipart ? formOf(bundle, mediaType, value) : value,
    })),
  );
  if (bodies.length > 0) return bodies.map(({ name, value }) => ({ ...most, name, body: value }));
  const hasMore = Object.keys(most.query).length > Object.keys(least.query).length;
  return [{ ...least, name: "no_body" }, ...(hasMore ? [{ ...most, name: "every_parameter" }] : [])];
}

/** Every answer that the document shows for an operation, success and failure. */
export function responseCases(bundle: Bundle, operation: Operation): ResponseCase[] {
  return Object.entries(operation.responses).flatMap(([status, response]) =>
    Object.entries(response.content ?? {}).flatMap(([mediaType, content]) =>
      examplesOf(bundle, content).map((example) => ({ ...example, status: Number(status), mediaType })),
    ),
  );
}

/** Every delivery that the document shows for a webhook. */
export function deliveryCases(bundle: Bundle, webhook: Webhook): { name: string; value: unknown }[] {
  return examplesOf(bundle, webhook.requestBody.content["application/json"]);
}

function formOf(bundle: Bundle, { schema }: MediaType, value: unknown): FormData {
  const { properties = {} } = deref(bundle, schema ?? {}) as { properties?: Record<string, Schema> };
  const isFile = (name: string) => deref(bundle, properties[name] ?? {}).format === "binary";
  return toFormData(value as Record<string, unknown>, isFile);
}

function examplesOf(bundle: Bundle, mediaType: MediaType | undefined): { name: string; value: unknown }[] {
  return Object.entries(mediaType?.examples ?? {}).map(([name, example]) => ({
    name,
    value: deref(bundle, example as { value: unknown }).value,
  }));
}
