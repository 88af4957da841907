import type { NotionVersion } from "@notional/openapi-types";
import { TrieRouter } from "hono/router/trie-router";
import { operations } from "../__generated__/operations.ts";
import { notionVersions } from "../versions/index.ts";

/** An operation as one version has it. */
export interface Route {
  operationId: string;
  method: string;
  capabilities: readonly string[];
  security: readonly string[];
  hasBody: boolean;
}

/** A route and the values of its path parameters, decoded. */
export interface Match {
  route: Route;
  path: Record<string, string>;
}

const routers = new Map(notionVersions.map((version) => [version, routerOf(version)]));

function routerOf(version: NotionVersion): TrieRouter<Route> {
  const router = new TrieRouter<Route>();
  for (const [operationId, operation] of Object.entries(operations[version])) {
    const { method, path, capabilities, security, hasBody } = operation;
    router.add(method, path.replaceAll(/\{(\w+)\}/g, ":$1"), {
      operationId,
      method,
      capabilities,
      security,
      hasBody,
    });
  }
  return router;
}

/**
 * The operation that a request asks for.
 *
 * @param path Still encoded, without the query.
 * @returns Nothing when that version has no such path with that method.
 */
export function findRoute(version: NotionVersion, method: string, path: string): Match | undefined {
  const [found] = routers.get(version)?.match(method, path) ?? [[]];
  // `/v1/users/me` also fits `/v1/users/:user_id`; the one without parameters was meant.
  const [first] = found.toSorted(([, one], [, other]) => Object.keys(one).length - Object.keys(other).length);
  if (!first) return undefined;
  const [route, parameters] = first;
  const decoded = Object.entries(parameters as Record<string, string>).map(([name, value]) => [
    name,
    decode(value),
  ]);
  return { route, path: Object.fromEntries(decoded) };
}

/** Whether any version has such a path with that method. */
export const isKnown = (method: string, path: string): boolean =>
  notionVersions.some((version) => findRoute(version, method, path) !== undefined);

/** A path parameter without percent-encoding; as it stands when it is not encoded properly. */
function decode(value: string): string {
  try {
    return decodeURIComponent(value);
  } catch {
    return value;
  }
}
