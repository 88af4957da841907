import { randomUUID } from "node:crypto";
import type { SchemaObject } from "@hyperjump/json-schema/draft-2020-12";
import {
  registerSchema,
  setShouldValidateFormat,
  setShouldValidateSchema,
  unregisterSchema,
  validate,
} from "@hyperjump/json-schema/draft-2020-12";
import "@hyperjump/json-schema/formats-lite";
import type { JsonObject } from "@notional/redocly-plugin";
import { close, closedComponents } from "./close.ts";
import type { Example } from "./find-examples.ts";

setShouldValidateFormat(true);
// That the schemas are schemas, Redocly has said.
setShouldValidateSchema(false);

const DIALECT = "https://json-schema.org/draft/2020-12/schema";

/**
 * The examples of a document that do not fit their schemas, closed. A document has a thousand schemas and each example
 * is looked at once, so the schemas are interpreted: to make code of them first takes several times as long.
 */
export async function findUnfit(document: JsonObject, examples: Example[]): Promise<Example[]> {
  // One schema with a property for each schema in use, so that what they share is read once.
  const uses = new Map(examples.map(({ schema }) => [JSON.stringify(schema), close(document, schema)]));
  const schema = { components: closedComponents(document), properties: Object.fromEntries(uses) };
  // Documents are checked at once, and the registry of schemas is one for all.
  const name = `urn:uuid:${randomUUID()}`;
  registerSchema(schema as SchemaObject, name, DIALECT);
  try {
    const fits = await validate(name);
    return examples.filter(({ schema, value }) => !fits({ [JSON.stringify(schema)]: value }).valid);
  } finally {
    unregisterSchema(name);
  }
}
