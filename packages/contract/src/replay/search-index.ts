import type { Exchange } from "../recordings/read.ts";
import { isObject } from "./json.ts";
import { answeredIn, sightingsOf } from "./presupposed/sightings.ts";

export const isSearch = ({ request }: Exchange): boolean => request.path === "/v1/search";

/**
 * Which results of a search the index had not forgotten yet: things in the trash that were not asked for. How far
 * an index is behind is nothing that a request tells, or a rule.
 */
export function leftoversOf(exchange: Exchange): Set<unknown> {
  const { request, response } = exchange;
  const { filter } = Object(request.body) as { filter?: { in_trash?: boolean } };
  if (!isSearch(exchange) || filter?.in_trash) return new Set();
  return new Set(answeredIn(response.body).filter(({ in_trash }) => in_trash === true));
}

/** The body of a recorded answer, without what was left over in an index. */
export function withoutLeftovers(exchange: Exchange): unknown {
  const { body } = exchange.response;
  const leftovers = leftoversOf(exchange);
  if (leftovers.size === 0 || !isObject(body)) return body;
  return { ...body, results: (body.results as unknown[]).filter((result) => !leftovers.has(result)) };
}

/** The searches of a tape that show something for the first time that the tape made: the index has noticed. */
export function noticingSearches(exchanges: readonly Exchange[]): Set<Exchange> {
  const { made } = sightingsOf(exchanges);
  const shown = new Set<string>();
  const noticing = new Set<Exchange>();
  for (const exchange of exchanges.filter(isSearch)) {
    for (const { id } of answeredIn(exchange.response.body)) {
      if (!made.has(id as string) || shown.has(id as string)) continue;
      shown.add(id as string);
      noticing.add(exchange);
    }
  }
  return noticing;
}
