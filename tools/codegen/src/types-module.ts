import openapiTS, { astToString, type OpenAPITSOptions, type SchemaObject } from "openapi-typescript";
import ts from "typescript";
import type { Bundle } from "./bundles.ts";
import { tidyComments } from "./comments.ts";
import { hoistSchemas } from "./hoist-schemas.ts";
import { prepare } from "./prepare.ts";
import { header } from "./stamp.ts";

/** What is not named here is as openapi-typescript has it; what is, is a decision. */
const OPTIONS: OpenAPITSOptions = {
  // In the order of the document, which is that of its authors: `object` and `id` come first.
  alphabetize: false,
  // Responses are open, but a field that nobody knows is a typing error far more often than a new field of Notion.
  additionalProperties: false,
  // A default makes a field optional in a request; `true` would make it required there.
  defaultNonNullable: false,
  // `{}` in a response is an object of which we know nothing, not one that is always empty. See `transform`.
  emptyObjectsUnknown: true,
  // Unions of literals: no runtime, and a plain string from JSON fits.
  enum: false,
  // Tuples of every length up to `maxItems: 100` help nobody.
  arrayLength: false,
  // `hoistSchemas` does this so that the names are kept; root types are second names of the same thing.
  rootTypes: false,
  silent: true,

  // The one empty object that is always empty: in a request, where it is closed.
  transform: (schema) => (isEmptyAndClosed(schema) ? EMPTY : undefined),
};

const EMPTY = ts.factory.createTypeReferenceNode("Record", [
  ts.factory.createKeywordTypeNode(ts.SyntaxKind.StringKeyword),
  ts.factory.createKeywordTypeNode(ts.SyntaxKind.NeverKeyword),
]);

/** The schemas `true` and `false` come here too, whatever the type of `transform` says. */
function isEmptyAndClosed(schema: SchemaObject | boolean): boolean {
  if (typeof schema === "boolean" || schema.type !== "object" || schema.additionalProperties !== false)
    return false;
  return !["properties", "allOf", "anyOf", "oneOf"].some((key) => key in schema);
}

/**
 * The types of one version as the text of a module: `paths`, `operations`, `components`, and each schema by name.
 *
 * @param generator the hash of this generator, for the stamp
 * @param subject what the first line says it is
 */
export async function typesModule(
  bundle: Bundle,
  generator: string,
  subject = `The types of Notion-Version ${bundle.version}.`,
): Promise<string> {
  const nodes = hoistSchemas(await openapiTS(prepare(bundle.document), OPTIONS));
  for (const node of nodes) tidyComments(node);
  return header(subject, { source: bundle.hash, generator }) + astToString(nodes);
}
