import type { OpenAPI3 } from "openapi-typescript";
import { operationsOf } from "../operations.ts";

type Json = Record<string, unknown>;

/** An object of an answer that is whole: one of which only the id may be known says nothing. */
interface Answered extends Json {
  object: string;
  id: string;
}

/** A seed, as far as it is joined here. */
export interface Seed {
  workspaces: {
    connections: { id: string }[];
    users?: unknown[];
    custom_emojis?: unknown[];
    objects: Json[];
  }[];
}

/**
 * The operations whose examples show the workspace as it is, those that tell the order of things first. Others show it
 * after they changed it.
 */
const SHOWING = [
  "listBlockChildren",
  "getBlock",
  "getPage",
  "queryDataSource",
  "getDatabase",
  "getDataSource",
  "listComments",
  "listUsers",
  "getUser",
];

/** What answers say and the server works out. */
const DERIVED = new Set(["request_id", "url", "has_children", "database_parent"]);

/**
 * The sample workspace as a seed: every object that an answer among the examples shows, and what none shows.
 *
 * @param document the newest bundle
 * @param rest the workspace itself, its connections, and what no example shows
 */
export function sampleWorkspace(document: OpenAPI3, { workspaces: [rest] }: Seed): Seed {
  if (!rest) throw new Error("The seed of the sample workspace has no workspace.");
  const answers = SHOWING.flatMap((operationId) => examplesOf(document, operationId));
  const shown = fullest(answers.flatMap(answered));
  const connections = new Set(rest.connections.map(({ id }) => id));
  const users = shown.filter(({ object, id }) => object === "user" && !connections.has(id));
  const objects = shown.filter(({ object }) => object !== "user");
  const emojis = examplesOf(document, "listCustomEmojis").flatMap(
    (list) => (list as { results: unknown[] }).results,
  );
  return { workspaces: [{ ...rest, users, custom_emojis: emojis, objects: [...objects, ...rest.objects] }] };
}

/** The values of the examples of what an operation answers with success. */
function examplesOf(document: OpenAPI3, operationId: string): unknown[] {
  const found = operationsOf(document).find((operation) => operation.operationId === operationId);
  const response = resolve(document, found?.operation.responses?.["200"]) as {
    content?: Record<string, { examples?: Record<string, unknown> }>;
  };
  return Object.values(response?.content?.["application/json"]?.examples ?? {}).map(
    (example) => (resolve(document, example) as { value: unknown }).value,
  );
}

function resolve(document: OpenAPI3, node: unknown): unknown {
  const reference = (node as { $ref?: string } | undefined)?.$ref;
  if (reference === undefined) return node;
  const keys = reference.slice(2).split("/");
  return keys.reduce<unknown>(
    (inner, key) => (inner as Json)[key.replaceAll("~1", "/").replaceAll("~0", "~")],
    document,
  );
}

/** The object that an answer is, or those that it lists. */
function answered(answer: unknown): Answered[] {
  const list = (answer as { results?: Answered[] }).results ?? [answer as Answered];
  return list.filter((item) => "object" in item && Object.keys(item).length > 3).map(bare);
}

/** Without what follows from something else. */
const bare = (object: Answered): Answered =>
  Object.fromEntries(Object.entries(object).filter(([key]) => !DERIVED.has(key))) as Answered;

/** Each once, as the answer that says most shows it. A page and the block that shows it in a list are two. */
function fullest(objects: Answered[]): Answered[] {
  const kept = new Map<string, Answered>();
  for (const object of objects) {
    const key = `${object.object} ${object.id}`;
    const other = kept.get(key);
    if (!other || JSON.stringify(object).length > JSON.stringify(other).length) kept.set(key, object);
  }
  return [...kept.values()];
}
