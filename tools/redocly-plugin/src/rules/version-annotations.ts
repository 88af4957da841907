import type { JsonObject } from "../json.ts";
import { isObject, strings } from "../json.ts";
import { ADDED_IN, isAnnotation, REMOVED_IN } from "../project-version/annotations.ts";
import type { Location, Rule, Visit } from "../visitor.ts";
import { isComponentRoot, lastSegments } from "./resolution.ts";

/** Where an annotation may stand, besides on an operation: in which list or map a node of a type is. */
const PLACES: Record<string, readonly string[]> = {
  Parameter: ["parameters"],
  Schema: ["properties", "oneOf", "anyOf", "allOf"],
  Example: ["examples"],
  Response: ["responses"],
  MediaType: ["content"],
};
const ALLOWED =
  "an operation, a parameter in its list, a property, a member of a union or allOf, an example, a response or a media type";

/**
 * `x-notion-added-in` and `x-notion-removed-in` name supported versions, stand where the projector looks
 * for them, and are gone from a projection, which is the document that knows one version only.
 */
export const versionAnnotations: Rule = () => {
  const annotated = new Map<JsonObject, Location>();
  let versions: string[] = [];

  const visit: Visit = (node, { report, location, type }) => {
    if (!isObject(node)) return;
    for (const key of Object.keys(node).filter(isMeantAsAnnotation)) {
      const at = location.child(key).key();
      if (!isAnnotation(key)) {
        report({ message: `Write ${ADDED_IN} or ${REMOVED_IN}: \`${key}\` has no effect.`, location: at });
      } else if (isAllowed(type.name, location)) {
        annotated.set(node, location);
      } else {
        report({ message: `Move ${key} to ${ALLOWED}: here it has no effect.`, location: at });
      }
    }
  };

  return {
    // What stands beside a `$ref` is seen here; `any` sees what the reference leads to.
    ref: visit,
    any: visit,
    Parameter(parameter) {
      if (parameter.name !== "Notion-Version" || !isObject(parameter.schema)) return;
      versions = strings(parameter.schema.enum);
    },
    Root: {
      leave(_, { report }) {
        for (const [node, location] of annotated) {
          for (const { key, message } of check(node, versions)) {
            report({ message, location: location.child(key) });
          }
        }
      },
    },
  };
};

function isMeantAsAnnotation(key: string): boolean {
  return key.startsWith("x-notion-added") || key.startsWith("x-notion-removed");
}

function isAllowed(type: string, location: Location): boolean {
  if (type === "Operation") return true;
  if (isComponentRoot(location)) return type === "Example";
  const [holder] = lastSegments(location);
  return PLACES[type]?.includes(holder) ?? false;
}

function* check(node: JsonObject, versions: string[]): Generator<{ key: string; message: string }> {
  if (versions.length === 1) {
    const key = ADDED_IN in node ? ADDED_IN : REMOVED_IN;
    yield { key, message: "A document of one version has no annotations: this is a fault of the projector." };
    return;
  }
  const keys = [ADDED_IN, REMOVED_IN].filter((key) => key in node);
  for (const key of keys) {
    const date = node[key];
    if (typeof date === "string" && versions.includes(date)) continue;
    yield {
      key,
      message: `Name a supported version instead of ${JSON.stringify(date)}: ${versions.join(", ")}. They are listed in components/parameters/NotionVersion.yaml.`,
    };
  }
  const [added, removed] = [node[ADDED_IN], node[REMOVED_IN]];
  if (typeof added === "string" && typeof removed === "string" && added >= removed) {
    yield { key: REMOVED_IN, message: `Remove it in a later version than ${added}, which adds it.` };
  }
}
