import type { NotionVersion } from "@notional/openapi-types";
import { operations } from "../__generated__/operations.ts";
import { notionVersions } from "../versions/index.ts";

/** An operation as one version has it. */
export interface Route {
  operationId: string;
  method: string;
  capabilities: readonly string[];
  security: readonly string[];
  /** Of the body; none where there is no body. */
  contentTypes: readonly string[];
  /** The path, cut at its slashes: `["v1", "pages", "{page_id}"]`. */
  steps: readonly string[];
}

/** A route and the values of its path parameters, decoded. */
export interface Match {
  route: Route;
  path: Record<string, string>;
}

/** Per version, by method, number of steps and the noun that they begin with; of the few that are left, each is tried. */
const tables = new Map(notionVersions.map((version) => [version, tableOf(version)]));

function tableOf(version: NotionVersion): Map<string, Route[]> {
  const routes = Object.entries(operations[version]).map(([operationId, operation]) => {
    const { method, path, capabilities, security, contentTypes } = operation;
    return { operationId, method, capabilities, security, contentTypes, steps: path.slice(1).split("/") };
  });
  // `/v1/users/me` also fits `/v1/users/{user_id}`; what has fewer parameters comes first.
  const parameters = ({ steps }: Route): number => steps.filter(isParameter).length;
  routes.sort((one, other) => parameters(one) - parameters(other));
  return Map.groupBy(routes, ({ method, steps }) => kindOf(method, steps));
}

/** Paths begin with `/v1` and a noun, which is no parameter. */
function kindOf(method: string, { length, 1: noun }: readonly string[]): string {
  return `${method} ${length} ${noun}`;
}

function isParameter(step: string): boolean {
  return step.startsWith("{");
}

/**
 * The operation that a request asks for.
 *
 * @param path Still encoded, without the query; a slash at its end says nothing.
 * @returns Nothing when that version has no such path with that method.
 */
export function findRoute(version: NotionVersion, method: string, path: string): Match | undefined {
  // Many programs, and curl examples of Notion's own, end the address of a list with a slash.
  const steps = path.slice(1, path.endsWith("/") ? -1 : undefined).split("/");
  const candidates = tables.get(version)?.get(kindOf(method, steps));
  const route = candidates?.find((candidate) =>
    candidate.steps.every((step, index) => (isParameter(step) ? steps[index] !== "" : step === steps[index])),
  );
  if (!route) return undefined;
  const values: Record<string, string> = {};
  for (const [index, step] of route.steps.entries()) {
    if (isParameter(step)) values[step.slice(1, -1)] = decode(steps[index] as string);
  }
  return { route, path: values };
}

/** The first version that has such a path with that method says what it is; nothing when none has. */
export function findAnyRoute(method: string, path: string): Route | undefined {
  for (const version of notionVersions) {
    const match = findRoute(version, method, path);
    if (match) return match.route;
  }
  return undefined;
}

/** A path parameter without percent-encoding; as it stands when it is not encoded properly. */
function decode(value: string): string {
  if (!value.includes("%")) return value;
  try {
    return decodeURIComponent(value);
  } catch {
    return value;
  }
}
