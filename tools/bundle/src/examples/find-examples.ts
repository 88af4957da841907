import type { Json, JsonObject } from "@notional/redocly-plugin";
import { escapePointer, isObject, isReference, METHODS, resolve } from "@notional/redocly-plugin";

/** An example value, where it stands in the document, and the schema that it shows. */
export interface Example {
  value: Json;
  pointer: string;
  schema: JsonObject;
}

/** Every example of a body or a schema. A shared response is looked at once, where it is defined. */
export function findExamples(document: JsonObject): Example[] {
  const components = map(document.components);
  const shared = ["responses", "requestBodies"].flatMap((section) =>
    entries(components[section]).flatMap(([name, body]) =>
      inContent(document, body, `#/components/${section}/${escapePointer(name)}`),
    ),
  );
  const own = ["paths", "webhooks"].flatMap((section) =>
    entries(document[section]).flatMap(([path, item]) =>
      METHODS.flatMap((method) =>
        inOperation(document, map(item)[method], `#/${section}/${escapePointer(path)}/${method}`),
      ),
    ),
  );
  const ofSchemas = entries(components.schemas).flatMap(([name, schema]) =>
    inSchema(schema, `#/components/schemas/${escapePointer(name)}`),
  );
  return [...own, ...shared, ...ofSchemas];
}

function inOperation(document: JsonObject, operation: Json | undefined, at: string): Example[] {
  const { requestBody, responses } = map(operation);
  return [
    ...inContent(document, requestBody, `${at}/requestBody`),
    ...entries(responses).flatMap(([status, response]) =>
      inContent(document, response, `${at}/responses/${status}`),
    ),
  ];
}

function inContent(document: JsonObject, body: Json | undefined, at: string): Example[] {
  return entries(map(body).content).flatMap(([type, mediaType]) => {
    const { schema, example, examples } = map(mediaType);
    if (!isObject(schema)) return [];
    const place = `${at}/content/${escapePointer(type)}`;
    const single = example === undefined ? [] : [{ value: example, pointer: `${place}/example`, schema }];
    const named = entries(examples).flatMap(([name, entry]) => {
      const pointer = isReference(entry) ? entry.$ref : `${place}/examples/${escapePointer(name)}`;
      const { value } = map(isReference(entry) ? resolve(document, entry.$ref) : entry);
      return value === undefined ? [] : [{ value, pointer: `${pointer}/value`, schema }];
    });
    return [...single, ...named];
  });
}

/** The `examples` of a named schema and of its properties. */
function inSchema(schema: Json, at: string): Example[] {
  if (!isObject(schema)) return [];
  const own = Array.isArray(schema.examples) ? schema.examples : [];
  return [
    ...own.map((value, index) => ({ value, pointer: `${at}/examples/${index}`, schema })),
    ...entries(schema.properties).flatMap(([name, property]) =>
      inSchema(property, `${at}/properties/${escapePointer(name)}`),
    ),
  ];
}

function map(value: Json | undefined): JsonObject {
  return isObject(value) ? value : {};
}

function entries(value: Json | undefined): [string, Json][] {
  return Object.entries(map(value));
}
