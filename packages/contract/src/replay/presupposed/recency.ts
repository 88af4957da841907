import type { Exchange } from "../../recordings/read.ts";
import { isObject } from "../json.ts";
import { answeredIn } from "./sightings.ts";

/** By id, how far from the newest something stands; what no list shows is not in it. */
export type Recency = ReadonlyMap<string, number>;

/**
 * In which order rows were made: answers tell times to the minute, but a query that asks for no order lists them
 * newest first.
 */
export const recencyOfMaking = (exchanges: readonly Exchange[]): Recency =>
  recencyOf(exchanges, (path, body) => path.endsWith("/query") && body.sorts === undefined);

/** In which order things were changed: a search that asks for no other order lists them newest first. */
export const recencyOfChange = (exchanges: readonly Exchange[]): Recency =>
  recencyOf(exchanges, (path, { sort }) => {
    return path === "/v1/search" && !(isObject(sort) && sort.direction === "ascending");
  });

/** Long lists say more of the order than short ones. */
function recencyOf(
  exchanges: readonly Exchange[],
  isNewestFirst: (path: string, body: Record<string, unknown>) => boolean,
): Recency {
  const lists = exchanges
    .filter(({ request: { path, body } }) => isNewestFirst(path, Object(body)))
    .map(({ response }) => answeredIn(response.body).map(({ id }) => id as string))
    .sort((one, other) => other.length - one.length);
  const ids = new Set(lists.flat());
  return new Map([...ids].map((id, place) => [id, place]));
}
