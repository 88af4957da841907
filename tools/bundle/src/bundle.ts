import { join, resolve } from "node:path";
import type { JsonObject } from "@notional/redocly-plugin";
import { versionsOf } from "@notional/redocly-plugin";
import type { Document } from "@redocly/openapi-core";
import { BaseResolver, bundle as bundleTree, ResolveError, YamlParseError } from "@redocly/openapi-core";
import { lintProjection, lintTree } from "./lint.ts";
import { Origins } from "./origins.ts";
import type { Problem } from "./problem.ts";
import { mergeProblems, Reporter } from "./problem.ts";
import { project } from "./project.ts";
import { loadRules } from "./rules.ts";
import type { Summary } from "./summary.ts";
import { summarize } from "./summary.ts";
import { findUnreferenced } from "./unreferenced.ts";
import { writeVersions } from "./write.ts";

export interface BundleOptions {
  /** The folder of the tree; it holds `openapi.yaml`. */
  root: string;
  /** Where to write `<date>/openapi.json` and `<date>/openapi.yaml`. */
  outDir: string;
  /** The lint configuration; by default the tree's own `redocly.yaml`. */
  configPath?: string;
}

export type BundleResult = { ok: true; versions: Summary[] } | { ok: false; problems: Problem[] };

/**
 * Lints the tree, bundles it, cuts every version, lints each of them, and writes them when all is well.
 * Whatever is wrong, what was written before stays.
 *
 * @example const result = await bundle({ root: "spec", outDir: "spec/dist" });
 */
export async function bundle(options: BundleOptions): Promise<BundleResult> {
  const root = resolve(options.root);
  const reporter = new Reporter(root);
  const resolver = new BaseResolver();
  const rules = await loadRules(options.configPath ?? join(root, "redocly.yaml"));
  const failed = (problems: Problem[]): BundleResult => ({ ok: false, problems: mergeProblems(problems) });

  const document = await readRoot(join(root, "openapi.yaml"), resolver);
  if (document instanceof YamlParseError) return failed([reporter.fromYamlError(document)]);

  const treeProblems = await lintTree(document, rules, resolver, reporter);
  if (treeProblems.length > 0) return failed(treeProblems);

  // From here on the parsed files are one document: Redocly bundles them in place.
  const bundled = await bundleTree({
    doc: document,
    config: rules.tree,
    externalRefResolver: resolver,
    componentRenamingConflicts: "error",
  });
  if (bundled.problems.length > 0) {
    return failed(bundled.problems.map((problem) => reporter.fromRedocly(problem, problem.location[0])));
  }

  const versions = versionsOf(document.parsed);
  if (versions.length === 0) {
    const at = { source: document.source, pointer: "#/" };
    return failed([
      reporter.create("no-versions", "The tree names no version, so there is nothing to cut.", at),
    ]);
  }
  const origins = new Origins(resolver);
  const projections = await Promise.all(
    versions.map((version) => project(document.parsed, version, versions, origins, reporter)),
  );
  const problems = projections.flatMap((projection) => projection.problems);
  const cut = projections.flatMap(({ version, document }) => (document ? [{ version, document }] : []));
  const linted = await Promise.all(
    cut.map(({ version, document }) => lintProjection(document, version, rules, origins, reporter)),
  );
  problems.push(...linted.flat());
  problems.push(...(await findUnreferenced(root, resolver.getFiles(), reporter)));
  if (problems.length > 0) return failed(problems);

  await writeVersions(resolve(options.outDir), cut);
  return { ok: true, versions: cut.map(({ version, document }) => summarize(version, document)) };
}

/** A missing file is a wrong call, and thrown; a broken one is a problem of the tree. */
export async function readRoot(
  path: string,
  resolver: BaseResolver,
): Promise<Document<JsonObject> | YamlParseError> {
  try {
    const document = await resolver.resolveDocument<JsonObject>(null, path, true);
    if (document instanceof ResolveError) throw document;
    return document;
  } catch (error) {
    if (error instanceof YamlParseError) return error;
    throw error;
  }
}
