import type { Connection } from "../auth/connection.ts";
import { JsonBytes } from "./json-bytes.ts";

/** What may be read only with a capability, beyond an id. Comments have a capability of their own. */
const content = new Set(["page", "database", "data_source", "block"]);

/**
 * An answer as somebody sees it who may write content but not read it: what was made or changed is only named.
 *
 * @see https://developers.notion.com/reference/capabilities
 */
export function withoutContent(answer: unknown, connection: Connection): unknown {
  const { capabilities } = connection;
  if (capabilities.has("read_content") || typeof answer !== "object" || answer === null) return answer;
  if (answer instanceof JsonBytes) return withoutContent(answer.parse(), connection);
  if ("results" in answer && Array.isArray(answer.results)) {
    return { ...answer, results: answer.results.map(partial) };
  }
  return partial(answer);
}

function partial(value: object): object {
  const { object, id, properties } = value as { object?: string; id?: string; properties?: unknown };
  if (object === undefined || !content.has(object)) return value;
  return object === "data_source" ? { object, id, properties } : { object, id };
}
