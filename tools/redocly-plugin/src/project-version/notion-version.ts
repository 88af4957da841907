import type { JsonObject } from "../json.ts";
import { isObject, strings } from "../json.ts";
import type { Context } from "./context.ts";
import { resolve } from "./references.ts";

const NAME = "Notion-Version";

/** Every version a document describes: the values of the header parameter, oldest first. */
export function versionsOf(document: JsonObject): string[] {
  const parameter = resolve(document, "#/components/parameters/NotionVersion");
  const schema = isObject(parameter) ? parameter.schema : undefined;
  return isObject(schema) ? strings(schema.enum).sort() : [];
}

/**
 * The header takes one date in a projection. It stays an `enum`, of one value: openapi-typescript types that
 * as the literal just as it does `const`, and tools that know OpenAPI 3.0 only understand it too.
 */
export function narrowNotionVersion(parameter: JsonObject, context: Context): JsonObject {
  if (parameter.name !== NAME || parameter.in !== "header") return parameter;
  const { examples: _, ...rest } = parameter;
  const schema = isObject(rest.schema) ? rest.schema : {};
  const narrowed: JsonObject = { ...schema, enum: [context.version] };
  if ("default" in schema) narrowed.default = context.version;
  if ("examples" in schema) narrowed.examples = [context.version];
  const result: JsonObject = { ...rest, schema: narrowed, example: context.version };
  context.origins.set(result, context.origins.get(parameter) ?? parameter);
  return result;
}
