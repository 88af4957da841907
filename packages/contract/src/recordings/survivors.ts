import { bundledVersions, type Checker, createChecker, loadBundle } from "@notional/checker";
import { alwaysThere, type Found, objectsOf } from "./kinds.ts";
import { type Mutant, mutantsOf } from "./mutants.ts";
import type { Exchange } from "./read.ts";
import { isRequiredInRequest } from "./required.ts";

/** What became of the mutants with the same mistake: of a kind of object, in a field. */
export interface Fate extends Omit<Mutant, "body"> {
  side: "request" | "response";
  /** The operations that they were made of. */
  operationIds: string[];
  made: number;
  /** How many of them the document took for good. */
  survived: number;
}

/** How many mutants are made of the same mistake in the bodies of one operation. */
const enough = 3;

/**
 * Makes mutants of every recorded body that the document accepts, and has the document judge them.
 *
 * A field is required in an answer when every recorded object of its kind has it, whatever the document says: so a
 * `required` that is too short is found as well.
 */
export function fatesOf(exchanges: Exchange[]): Fate[] {
  const checkers = new Map<string, Checker>(
    bundledVersions().map((version) => [version, createChecker(loadBundle(version), { allErrors: false })]),
  );
  const always = alwaysThere(
    exchanges.flatMap(({ response, ...exchange }) => answered(exchange, response, checkers)),
  );
  const fates = new Map<string, Fate>();
  const made = new Map<string, number>();

  for (const exchange of exchanges) {
    const checker = checkers.get(exchange.version);
    const operation = checker?.operationOf(exchange.request);
    if (!checker || !operation) continue;
    const { operationId } = operation;
    const sides = {
      request: {
        body: exchange.response.status < 300 ? exchange.request.body : undefined,
        accepts: (body: unknown) => checker.checkRequest({ ...exchange.request, body }).length === 0,
        isRequired: (object: Found, field: string) => isRequiredInRequest(operationId, object, field),
      },
      response: {
        body: exchange.response.body,
        accepts: (body: unknown) =>
          checker.checkResponse(operation, { ...exchange.response, body }).length === 0,
        isRequired: ({ kind }: Found, field: string) => always.get(kind)?.has(field) ?? false,
      },
    };
    for (const side of ["request", "response"] as const) {
      const { body, accepts, isRequired } = sides[side];
      if (typeof body !== "object" || body === null || !accepts(body)) continue;
      for (const mutant of mutantsOf(body, `${operationId} ${side}`, isRequired)) {
        const { mutation, kind, field } = mutant;
        const mistake = `${side} ${mutation} ${kind} ${field}`;
        const count = (made.get(`${operationId} ${mistake}`) ?? 0) + 1;
        if (count > enough) continue;
        made.set(`${operationId} ${mistake}`, count);
        const fate = fates.get(mistake) ?? {
          side,
          mutation,
          kind,
          field,
          operationIds: [],
          made: 0,
          survived: 0,
        };
        fates.set(mistake, fate);
        fate.made += 1;
        if (accepts(mutant.body())) fate.survived += 1;
        if (!fate.operationIds.includes(operationId)) fate.operationIds.push(operationId);
      }
    }
  }
  return [...fates.values()];
}

function answered(
  exchange: Omit<Exchange, "response">,
  response: Exchange["response"],
  checkers: Map<string, Checker>,
): Found[] {
  const operation = checkers.get(exchange.version)?.operationOf(exchange.request);
  return operation ? objectsOf(response.body, `${operation.operationId} response`) : [];
}
