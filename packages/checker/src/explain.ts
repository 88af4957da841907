import type { ErrorObject } from "ajv/dist/2020.js";

/** One thing that is wrong with a value. */
export interface Problem {
  /** JSON pointer into the value. */
  at: string;
  message: string;
  /** Which schema says so. */
  schema: string;
}

/**
 * Turns the errors of Ajv into the few that help: of a union, only the members whose tag fits are reported.
 *
 * @param errors what a validator of Ajv left behind, with `allErrors` and `verbose`
 */
export function explain(errors: ErrorObject[]): Problem[] {
  const wrongTags = errors.filter((error) => error.keyword === "const" && isTag(error.instancePath));
  const onTrack = errors.filter((error) => !wrongTags.some((tag) => isSameMember(tag, error)));
  const solid = onTrack.filter((error) => !isEcho(error, onTrack));
  const problems = (solid.length > 0 ? solid : errors).map(describe);
  return problems.filter((problem, index) => problems.findIndex((other) => isSame(other, problem)) === index);
}

/** Whether an error arose in the member of a union that a wrong tag rules out. */
function isSameMember(tag: ErrorObject, error: ErrorObject): boolean {
  const name = tag.instancePath.slice(tag.instancePath.lastIndexOf("/") + 1);
  const member = error.parentSchema as { properties?: Record<string, unknown> } | undefined;
  return tag === error || member?.properties?.[name] === tag.parentSchema;
}

/**
 * Whether an error only says again that something else is wrong: a union has no fitting member, or a field counts
 * as undeclared because the part that declares it has failed.
 */
function isEcho(error: ErrorObject, errors: ErrorObject[]): boolean {
  const rank = echoRank[error.keyword];
  if (rank === undefined) return false;
  return errors.some((other) => {
    if (!`${other.instancePath}/`.startsWith(`${error.instancePath}/`)) return false;
    return other.instancePath.length > error.instancePath.length || (echoRank[other.keyword] ?? 0) < rank;
  });
}

/** Keywords that fail because others do, the likelier ones higher. */
const echoRank: Record<string, number> = { unevaluatedProperties: 1, oneOf: 2 };

function isSame(a: Problem, b: Problem): boolean {
  return a.at === b.at && a.message === b.message;
}

function describe(error: ErrorObject): Problem {
  const params = error.params as Record<string, unknown>;
  const detail =
    params.unevaluatedProperty ?? params.additionalProperty ?? params.allowedValue ?? params.allowedValues;
  return {
    at: error.instancePath || "/",
    message: `${error.message ?? error.keyword}${detail === undefined ? "" : `: ${JSON.stringify(detail)}`}`,
    schema: error.schemaPath,
  };
}

function isTag(path: string): boolean {
  return /\/(type|object)$/.test(path);
}
