import type { JsonObject } from "@notional/redocly-plugin";
import type { BaseResolver, Document } from "@redocly/openapi-core";
import { lintDocument, BaseResolver as Resolver, Source } from "@redocly/openapi-core";
import { checkExamples } from "./examples/check-examples.ts";
import type { Origins } from "./origins.ts";
import type { Problem, Reporter } from "./problem.ts";
import type { Rules } from "./rules.ts";

/** Redocly reports a file that it cannot parse where it is broken, and again at each reference to it. */
const UNPARSED = "Failed to parse: ";

export async function lintTree(
  document: Document,
  rules: Rules,
  resolver: BaseResolver,
  reporter: Reporter,
): Promise<Problem[]> {
  const found = await lintDocument({ document, config: rules.tree, externalRefResolver: resolver });
  const unparsed = found.filter(({ message }) => message.startsWith(UNPARSED));
  if (unparsed.length === 0)
    return found.map((problem) => reporter.fromRedocly(problem, problem.location[0]));
  return unparsed.map((problem) =>
    reporter.create("yaml", problem.message.slice(UNPARSED.length), problem.location[0]),
  );
}

export async function lintProjection(
  projected: JsonObject,
  version: string,
  rules: Rules,
  origins: Origins,
  reporter: Reporter,
): Promise<Problem[]> {
  const document = { source: new Source(`/${version}/openapi.json`, ""), parsed: projected };
  const found = await lintDocument({
    document,
    config: rules.projection,
    externalRefResolver: new Resolver(),
  });
  const problems = found.map(async (problem) => {
    const at = problem.location[0];
    const place = at?.pointer === undefined ? undefined : await origins.find(projected, at.pointer);
    const reportOnKey = at?.reportOnKey ?? false;
    return reporter.fromRedocly(problem, place && { ...place, reportOnKey }, [version]);
  });
  const examples = (await checkExamples(projected)).map(async ({ message, pointer }) =>
    reporter.create("example-fits-schema", message, await origins.find(projected, pointer), [version]),
  );
  return Promise.all([...problems, ...examples]);
}
