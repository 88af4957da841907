import { join, resolve } from "node:path";
import type { JsonObject } from "@notional/redocly-plugin";
import { BaseResolver, bundle as bundleTree } from "@redocly/openapi-core";
import type { BundleOptions } from "./bundle.ts";
import { readRoot } from "./bundle.ts";
import { checkExamples } from "./examples/check-examples.ts";
import { lintTree } from "./lint.ts";
import { Origins } from "./origins.ts";
import type { Problem } from "./problem.ts";
import { mergeProblems, Reporter } from "./problem.ts";
import { loadRules } from "./rules.ts";
import type { Summary } from "./summary.ts";
import { summarize } from "./summary.ts";
import { findUnreferenced } from "./unreferenced.ts";
import { writeDocument } from "./write.ts";

export type SingleResult = { ok: true; summary: Summary } | { ok: false; problems: Problem[] };

/**
 * Lints a tree that has no versions, bundles it and writes it when all is well: that of the control API.
 * Whatever is wrong, what was written before stays.
 *
 * @param name What the summary calls it.
 * @example const result = await bundleSingle("control", { root: "spec/control", outDir: "spec/control/dist" });
 */
export async function bundleSingle(name: string, options: BundleOptions): Promise<SingleResult> {
  const root = resolve(options.root);
  const reporter = new Reporter(root);
  const resolver = new BaseResolver();
  const rules = await loadRules(options.configPath ?? join(root, "redocly.yaml"));
  const document = await readRoot(join(root, "openapi.yaml"), resolver);
  if (!("parsed" in document)) return { ok: false, problems: [reporter.fromYamlError(document)] };

  const problems = await lintTree(document, rules, resolver, reporter);
  if (problems.length > 0) return { ok: false, problems: mergeProblems(problems) };
  const bundled = await bundleTree({
    doc: document,
    config: rules.tree,
    externalRefResolver: resolver,
    componentRenamingConflicts: "error",
  });
  problems.push(...bundled.problems.map((problem) => reporter.fromRedocly(problem, problem.location[0])));
  if (problems.length === 0) {
    problems.push(...(await exampleProblems(document.parsed, new Origins(resolver), reporter)));
  }
  problems.push(...(await findUnreferenced(root, resolver.getFiles(), reporter)));
  if (problems.length > 0) return { ok: false, problems: mergeProblems(problems) };

  await writeDocument(resolve(options.outDir), document.parsed);
  return { ok: true, summary: summarize(name, document.parsed) };
}

async function exampleProblems(
  document: JsonObject,
  origins: Origins,
  reporter: Reporter,
): Promise<Problem[]> {
  const found = await checkExamples(document);
  return await Promise.all(
    found.map(async ({ message, pointer }) =>
      reporter.create("example-fits-schema", message, await origins.find(document, pointer)),
    ),
  );
}
