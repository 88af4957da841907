import { createHash } from "node:crypto";
import { join } from "node:path";
import { type Bundle, BundleError, readBundles } from "../bundles.ts";
import type { Generated, GenerateOptions } from "../generate.ts";
import { generatorHash, header, isSame, readStamp, type Stamp } from "../stamp.ts";
import { removeOthers, writeAtomically } from "../write.ts";
import { type Call, callsOf } from "./calls.ts";
import { errorsModule } from "./errors-module.ts";
import { functionsModule } from "./functions-module.ts";
import { groupsModule } from "./groups-module.ts";
import { methodsModule } from "./methods-module.ts";
import { readingPostsModule } from "./reading-posts-module.ts";
import { versionsModule } from "./versions-module.ts";

/**
 * Writes what `packages/client` takes from the bundles: a function per operation, the groups they stand in, and per
 * version the types of both. They are made together, and only when something has changed.
 *
 * @throws {BundleError} when a bundle is missing or broken, or an operation does not fit into a client
 */
export async function generateClient({ bundles: folder, out }: GenerateOptions): Promise<Generated> {
  const generator = await generatorHash([join(import.meta.dirname, ".."), import.meta.dirname], []);
  const bundles = await readBundles(folder);
  const source = createHash("sha256")
    .update(bundles.map(({ version, hash }) => version + hash).join())
    .digest("hex");
  const stamp = { source, generator };
  const texts = print(bundles, stamp);
  const names = [...texts.keys()];
  const stamps = await Promise.all(names.map((name) => readStamp(join(out, name))));
  const generated: Generated = { written: [], fresh: [] };
  for (const [index, [name, text]] of [...texts].entries()) {
    const isFresh = isSame(stamps[index], stamp);
    if (!isFresh) await writeAtomically(join(out, name), text);
    generated[isFresh ? "fresh" : "written"].push(name);
  }
  await removeOthers(out, new Set(names));
  return generated;
}

function print(bundles: Bundle[], stamp: Stamp): Map<string, string> {
  const texts = new Map<string, string>();
  const all = new Map<string, Call>();
  const head = (subject: string) => header(subject, stamp);
  for (const { version, document } of bundles) {
    const calls = readCalls(version, document);
    texts.set(
      `${version}.ts`,
      methodsModule(calls, version, head(`What a client of Notion-Version ${version} can do.`)),
    );
    for (const call of calls) all.set(call.id, merge(all.get(call.id), call));
  }
  const calls = [...all.values()];
  const versions = bundles.map(({ version }) => version);
  texts.set("operations.ts", functionsModule(calls, head("A function for every operation.")));
  texts.set("groups.ts", groupsModule(calls, head("The operations, grouped.")));
  texts.set("reading-posts.ts", readingPostsModule(calls, head("Which POST only read.")));
  const documents = bundles.map(({ document }) => document);
  texts.set("errors.ts", errorsModule(documents, head("The codes of failures.")));
  texts.set("versions.ts", versionsModule(versions, head("The types of every Notion-Version.")));
  return texts;
}

/** One function serves all versions, so that what it sends must not depend on them. */
function merge(older: Call | undefined, newer: Call): Call {
  if (!older) return newer;
  const kind = ({ method, path, body, isList, isRepeatable }: Call) =>
    JSON.stringify([method, path, body?.contentType, isList, isRepeatable]);
  if (kind(older) !== kind(newer)) {
    throw new BundleError(`${newer.id} is called in one way in one version, and in another in the next.`);
  }
  return { ...newer, query: [...new Set([...older.query, ...newer.query])] };
}

function readCalls(version: string, document: Bundle["document"]): Call[] {
  try {
    return callsOf(document);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new BundleError(`No client for ${version}: ${reason}\nMend spec/ and run \`pnpm generate\`.`);
  }
}
