import type { JsonObject } from "../json.ts";
import { isObject } from "../json.ts";
import { Context } from "./context.ts";
import { cutValue } from "./example-values.ts";
import { projectNode } from "./project-node.ts";
import { escapePointer } from "./references.ts";
import { SECTIONS } from "./shapes.ts";

/**
 * One version of a document that describes them all.
 *
 * `document` is bundled: every `$ref` in it leads to its own `components`. The result is a new document that
 * shares unchanged nodes with the given one. `origins`, where given, is filled with the node that each new
 * node was made from, so that a problem in the projection can be shown at its source.
 *
 * @example projectVersion(bundle, "2026-03-11", ["2022-06-28", "2025-09-03", "2026-03-11"])
 */
export function projectVersion(
  document: JsonObject,
  version: string,
  versions: readonly string[],
  origins: WeakMap<object, object> = new WeakMap(),
): JsonObject {
  if (!versions.includes(version)) {
    throw new RangeError(`${version} is not a version of this document; it has ${versions.join(", ")}`);
  }
  const context = new Context(document, version, origins);
  const { components, ...rest } = document;
  const projected = projectNode(rest, "document", "#", context);
  const kept = projectComponents(isObject(components) ? components : {}, context);

  const result: JsonObject = {};
  for (const key of Object.keys(document)) {
    const value = key === "components" ? kept : isObject(projected) ? projected[key] : undefined;
    if (value !== undefined) result[key] = value;
  }
  if (isObject(result.info)) result.info = { ...result.info, version };
  origins.set(result, document);
  return result;
}

/**
 * The components that the version reaches, starting from its paths and webhooks; those that only reach each
 * other go. A component is cut when it is first reached, so one that the version lacks cannot fail.
 */
function projectComponents(components: JsonObject, context: Context): JsonObject | undefined {
  const projected = new Map<string, JsonObject>();
  // A Set also visits what is added to it while it is walked.
  for (const key of context.reached) {
    const { kind, section, name } = parseKey(key);
    const map = components[section];
    const node = isObject(map) ? map[name] : undefined;
    if (!kind || node === undefined) continue;
    const copy = projectNode(node, kind, `#/components/${section}/${escapePointer(name)}`, context);
    if (isObject(copy)) projected.set(key, copy);
  }

  for (const [key, schemas] of context.exampleSchemas) {
    const example = projected.get(key);
    if (!example || !("value" in example)) continue;
    for (const schema of schemas) example.value = cutValue(example.value ?? null, [schema], context);
  }

  const kept: JsonObject = {};
  for (const [section, map] of Object.entries(components)) {
    if (!(section in SECTIONS) || !isObject(map)) {
      kept[section] = map;
      continue;
    }
    const entries = Object.keys(map).flatMap((name): [string, JsonObject][] => {
      const copy = projected.get(`${section}/${name}`);
      return copy ? [[name, copy]] : [];
    });
    if (entries.length > 0) kept[section] = Object.fromEntries(entries);
  }
  return Object.keys(kept).length > 0 ? kept : undefined;
}

function parseKey(key: string) {
  const slash = key.indexOf("/");
  const section = key.slice(0, slash);
  return { section, name: key.slice(slash + 1), kind: SECTIONS[section] };
}
