import type { JsonObject } from "../json.ts";
import { isObject, isReference } from "../json.ts";
import type { Context } from "./context.ts";
import { cutValue } from "./example-values.ts";

/** Cuts the example values that stand beside a schema: of a media type, a parameter or a header. */
export function finishExamples(copy: JsonObject, node: JsonObject, context: Context): JsonObject {
  const { schema } = node;
  if (!isObject(schema)) return copy;
  if ("example" in node) copy.example = cutValue(node.example ?? null, [schema], context);
  if (!isObject(copy.examples)) return copy;
  for (const example of Object.values(copy.examples)) {
    if (isReference(example)) context.showExample(example.$ref, schema);
    else if (isObject(example) && "value" in example) {
      example.value = cutValue(example.value ?? null, [schema], context);
    }
  }
  return copy;
}
