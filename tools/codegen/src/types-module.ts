import openapiTS, { astToString, type OpenAPITSOptions, type SchemaObject } from "openapi-typescript";
import ts from "typescript";
import { type Bundle, BundleError } from "./bundles.ts";
import { tidyComments } from "./comments.ts";
import { hoistSchemas } from "./hoist-schemas.ts";
import { prepare } from "./prepare.ts";
import { shareFailures } from "./share-failures.ts";
import { shareSchemas } from "./share-schemas.ts";
import { header, type Stamp, sourceOf } from "./stamp.ts";

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

/** As `Record<string, never>`, which a compiler would have to work out. */
const EMPTY = ts.factory.createTypeLiteralNode([
  ts.factory.createIndexSignature(
    undefined,
    [
      ts.factory.createParameterDeclaration(
        undefined,
        undefined,
        "key",
        undefined,
        ts.factory.createKeywordTypeNode(ts.SyntaxKind.StringKeyword),
      ),
    ],
    ts.factory.createKeywordTypeNode(ts.SyntaxKind.NeverKeyword),
  ),
]);

/** The schemas `true` and `false` come here too, whatever the type of `transform` says. */
function isEmptyAndClosed(schema: SchemaObject | boolean): boolean {
  if (typeof schema === "boolean" || schema.type !== "object" || schema.additionalProperties !== false)
    return false;
  return !["properties", "allOf", "anyOf", "oneOf"].some((key) => key in schema);
}

/**
 * The types of one document as the text of a module: `paths`, `operations`, `components`, and each schema by name.
 *
 * @param generator the hash of this generator, for the stamp
 * @param subject what the first line says it is
 */
export async function typesModule(bundle: Bundle, generator: string, subject: string): Promise<string> {
  return print(await nodesOf(bundle), subject, { source: bundle.hash, generator });
}

/**
 * The types of every version, a module each, and the modules that they share. They are made together: what one version
 * shares depends on the others.
 *
 * @param bundles the oldest first
 * @param generator the hash of this generator, for the stamps
 * @returns the texts by the names of the files, those of the versions last
 * @throws {BundleError} when one cannot be printed
 */
export async function versionTypesModules(
  bundles: Bundle[],
  generator: string,
): Promise<Map<string, string>> {
  const versions = new Map<string, ts.Node[]>();
  for (const bundle of bundles) {
    try {
      versions.set(bundle.version, await nodesOf(bundle));
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      throw new BundleError(
        `No types for ${bundle.version}: ${reason}\nMend spec/ and run \`pnpm generate\`.`,
      );
    }
  }
  const stamp = { source: sourceOf(bundles), generator };
  return new Map(
    shareSchemas(versions).map(({ name, versions, nodes }) => {
      const subject =
        versions.length > 1
          ? `What is the same in Notion-Version ${versions.join(", ")}.`
          : `The types of Notion-Version ${versions[0]}.`;
      return [`${name}.ts`, print(nodes, subject, stamp)];
    }),
  );
}

async function nodesOf({ document }: Bundle): Promise<ts.Node[]> {
  const nodes = shareFailures(hoistSchemas(await openapiTS(prepare(document), OPTIONS)));
  for (const node of nodes) tidyComments(node);
  return nodes;
}

function print(nodes: ts.Node[], subject: string, stamp: Stamp): string {
  return header(subject, stamp) + astToString(nodes);
}
