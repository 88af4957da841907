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
 * @param pointerOf where a schema stands in the document; undefined for one that does not
 */
export function explain(
  errors: ErrorObject[],
  pointerOf: (schema: unknown) => string | undefined = () => undefined,
): Problem[] {
  const wrongTags = errors.filter((error) => error.keyword === "const" && isTag(error.instancePath));
  const onTrack = errors.filter((error) => !wrongTags.some((tag) => isSameMember(tag, error)));
  const loud = onTrack.filter((error) => !isEcho(error, onTrack));
  const undeclared = undeclaredByAll(loud);
  const solid = loud.filter(
    (error) =>
      error.keyword !== "unevaluatedProperties" ||
      undeclared.has(error) ||
      !loud.some((other) => undeclared.has(other) && other.instancePath === error.instancePath),
  );
  // When no member has the tag, the tag itself is what is wrong.
  const isOnlyEcho = solid.every((error) => echoRank[error.keyword] !== undefined && !undeclared.has(error));
  const tagged = isOnlyEcho ? wrongTags.filter((tag) => isUnderOne(tag, solid)) : [];
  const told = tagged.length > 0 ? tagged : solid.length > 0 ? solid : errors;
  const problems = told.map((error) => {
    const pointer = pointerOf(error.parentSchema);
    return describe(error, pointer === undefined ? error.schemaPath : `#${pointer}/${error.keyword}`);
  });
  return problems.filter((problem, index) => problems.findIndex((other) => isSame(other, problem)) === index);
}

/**
 * An undeclared field fails the member of a union that it is in, and then the whole counts the fields of that member as
 * undeclared too. Where several schemas of an object complain, what all of them complain of is undeclared for sure.
 */
function undeclaredByAll(errors: ErrorObject[]): Set<ErrorObject> {
  const complaints = errors.filter((error) => error.keyword === "unevaluatedProperties");
  const nameOf = (error: ErrorObject) => error.params.unevaluatedProperty as string;
  const undeclared = new Set<ErrorObject>();
  for (const own of Map.groupBy(complaints, ({ instancePath }) => instancePath).values()) {
    const bySchema = [...Map.groupBy(own, ({ parentSchema }) => parentSchema).values()];
    if (bySchema.length < 2) continue;
    const isCommon = (error: ErrorObject) =>
      bySchema.every((group) => group.some((other) => nameOf(other) === nameOf(error)));
    for (const error of own.filter(isCommon)) undeclared.add(error);
  }
  return undeclared;
}

/** Whether a tag is of an object that errors are about, and none of them comes from the member that has the tag. */
function isUnderOne(tag: ErrorObject, errors: ErrorObject[]): boolean {
  const slash = tag.instancePath.lastIndexOf("/");
  const name = tag.instancePath.slice(slash + 1);
  const own = errors.filter(({ instancePath }) => instancePath === tag.instancePath.slice(0, slash));
  return own.length > 0 && own.every(({ parentSchema }) => !parentSchema?.properties?.[name]);
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

function describe(error: ErrorObject, schema: string): Problem {
  const params = error.params as Record<string, unknown>;
  const detail =
    params.unevaluatedProperty ?? params.additionalProperty ?? params.allowedValue ?? params.allowedValues;
  return {
    at: error.instancePath || "/",
    message: `${error.message ?? error.keyword}${detail === undefined ? "" : `: ${JSON.stringify(detail)}`}`,
    schema,
  };
}

function isTag(path: string): boolean {
  return /\/(type|object)$/.test(path);
}
