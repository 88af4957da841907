import { transformOas3Operations } from "@stoplight/http-spec/oas3/operation";
import type { Bundle } from "./bundles.ts";
import { renameForms } from "./forms.ts";

export type Operation = ReturnType<typeof transformOas3Operations>[number];
type MediaType = NonNullable<Operation["responses"][number]["contents"]>[number];
type Schema = NonNullable<MediaType["schema"]>;

const DIALECT = "https://json-schema.org/draft/2020-12/schema";

/**
 * Reads the operations of a bundle for Prism, with every `$ref` between schemas kept.
 *
 * Prism's own loader dereferences the whole document and copies it into each operation. With Notion's
 * recursive unions that takes seconds for a few operations, and Ajv then fails to compile the result, which
 * Prism takes for "valid". Prism hands Ajv whatever an operation has in `__bundled__`, so the references
 * point there and Ajv follows them itself.
 *
 * @param bundle The document as JSON.
 */
export function readOperations(bundle: string): Operation[] {
  const document: Bundle = JSON.parse(bundle.replaceAll('"#/components/schemas/', '"#/__bundled__/'));
  const schemas = withoutConst(document.components?.schemas ?? {});
  // The dialect makes the translation leave the schemas as they are, and Prism choose Ajv 2020-12.
  const operations = transformOas3Operations({ ...document, jsonSchemaDialect: DIALECT });
  renameForms(operations);
  const keepWhole = wholeKeeper();
  for (const { request, responses } of operations) {
    const bodies = [request?.body, ...responses].flatMap((body) => body?.contents ?? []);
    for (const body of bodies) if (body.schema) body.schema = keepWhole(body.schema);
    const headers = responses.flatMap((response) => response.headers ?? []);
    const parameters = [request?.path, request?.query, request?.headers, headers].flat();
    for (const parameter of parameters) if (parameter) inlineSchema(parameter, schemas);
  }
  const bundled = unlisted(schemas);
  return operations.map((operation) => ({ ...operation, __bundled__: bundled }));
}

/**
 * Whatever Ajv compiles it first walks through, for ids and anchors, and Prism gives it all schemas of the document with
 * each body and each header. A reference also leads to what no walk comes across.
 */
function unlisted(schemas: Record<string, unknown>): Record<string, unknown> {
  const properties = Object.entries(schemas).map(([name, value]) => [name, { value }]);
  return Object.defineProperties({}, Object.fromEntries(properties));
}

/** The operation that a request is for; a literal path wins over a template. */
export function findOperation(operations: Operation[], method: string, path: string): Operation | undefined {
  const matches = operations.filter(
    (operation) => operation.method === method.toLowerCase() && pathParameters(operation.path, path),
  );
  return matches.find((operation) => operation.path === path) ?? matches[0];
}

/** The values of the parameters in a path, or `undefined` when the path does not match the template. */
export function pathParameters(template: string, path: string): Record<string, string> | undefined {
  const names = template.split("/");
  const segments = path.split("/");
  if (names.length !== segments.length) return undefined;
  const values: Record<string, string> = {};
  for (const [index, name] of names.entries()) {
    const segment = segments[index] ?? "";
    const parameter = /^\{(.+)\}$/.exec(name)?.[1];
    if (parameter === undefined ? name !== segment : segment === "") return undefined;
    if (parameter !== undefined) values[parameter] = decodeURIComponent(segment);
  }
  return values;
}

/** Of a broken `const` Prism tells nothing but that it is broken; of an `enum` also what it allows. */
function withoutConst(schemas: Record<string, unknown>): Record<string, unknown> {
  return JSON.parse(JSON.stringify(schemas), (_key, value) => {
    // A scalar, because a property may have the name `const` too.
    if (typeof value !== "object" || value === null || !("const" in value)) return value;
    const { const: only, ...rest } = value;
    return typeof only === "object" && only !== null ? value : { ...rest, enum: [only] };
  });
}

const CONFLICT = ["keep", "whole"].map((value) => ({ "x-conflict": value }) as Schema);

/**
 * Prism flattens `allOf` before it validates, and on the way loses `$schema` and whatever stands beside a
 * `$ref`. It gives up, and validates the schema as it is, on a conflict between keywords it does not know.
 * One wrapper for each reference, because Prism compiles once for each schema object.
 */
function wholeKeeper(): (schema: Schema) => Schema {
  const wrappers = new Map<string, Schema>();
  return (schema) => {
    const reference = schema.$ref ?? JSON.stringify(schema);
    const wrapper = wrappers.get(reference) ?? { $schema: DIALECT, allOf: [schema, ...CONFLICT] };
    wrappers.set(reference, wrapper);
    return wrapper;
  };
}

/** Prism looks at the `type` of a parameter to read arrays, so a reference must not hide it. */
function inlineSchema(parameter: { schema?: Schema }, schemas: Record<string, unknown>): void {
  const name = /^#\/__bundled__\/(.+)$/.exec(parameter.schema?.$ref ?? "")?.[1];
  const target = name === undefined ? undefined : schemas[name];
  if (typeof target === "object" && target !== null) parameter.schema = { ...target };
}
