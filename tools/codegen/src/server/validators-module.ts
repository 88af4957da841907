import { Ajv2020 } from "ajv/dist/2020.js";
import standalone from "ajv/dist/standalone/index.js";
import formats from "ajv-formats";
import { minify } from "rolldown/utils";
import type { Bundle } from "../bundles.ts";
import { isObject, type Json, type JsonObject } from "../json.ts";
import { header } from "../stamp.ts";
import { requestSchemas } from "./request-schemas.ts";

/** What says nothing about a value. Without it two parameters that differ in words are one function. */
const ANNOTATIONS = new Set(["description", "examples", "default", "deprecated", "discriminator", "title"]);
const QUIET = "quiet";
/** Keywords whose keys are names, not keywords. */
const NAMED = new Set([
  "properties",
  "patternProperties",
  "dependentSchemas",
  "dependentRequired",
  "schemas",
]);

/**
 * A module of functions that say yes or no to requests of one version. Each schema that is referred to is one
 * function, however many refer to it. Why the answer is no, `packages/server` finds out from the bundle.
 *
 * @param stamp what the module is made from
 */
export async function validatorsModule(
  { version, document }: Bundle,
  stamp: { source: string; generator: string },
): Promise<string> {
  const ajv = new Ajv2020({
    // What is not known here (`x-notion-…`) is for readers of the document and for other code.
    strict: false,
    messages: false,
    inlineRefs: false,
    // The service counts what JavaScript counts: a length in its messages is that of a string in UTF-16.
    unicode: false,
    // It has one thing to say: that the option above is deprecated.
    logger: false,
    code: { source: true, esm: true, lines: false, optimize: 2 },
  });
  // The document has no `$dynamicRef`, and every call would pay for it.
  ajv.opts.dynamicRef = false;
  formats.default(ajv, ["uri"]);
  withoutErrors(ajv);
  const schemas = strip((document.components?.schemas ?? {}) as unknown as Json, true);
  ajv.addSchema({ $id: "bundle", components: { schemas } } as JsonObject, "bundle");

  const names = new Map<string, string>();
  const functionOf = (schema: Json): string => {
    const absolute = JSON.stringify(strip(schema, false)).replaceAll('"#/components', '"bundle#/components');
    const known = names.get(absolute);
    if (known) return known;
    const name = `v${names.size}`;
    names.set(absolute, name);
    ajv.addSchema(JSON.parse(absolute), name);
    return name;
  };

  const rows = requestSchemas(document).map(({ operationId, path, query, body, ids, read, blocks }) => {
    const parts = [`path: ${functionOf(path)}`, `query: ${functionOf(query)}`];
    parts.push(
      `ids: ${JSON.stringify(ids)}`,
      `read: ${JSON.stringify(read)}`,
      `blocks: ${JSON.stringify(blocks)}`,
    );
    parts.push(`schemas: ${JSON.stringify({ path, query, body: body?.schema })}`);
    if (body) parts.push(`body: ${functionOf(body.schema)}`, `bodyRequired: ${body.required}`);
    return `  ${operationId}: { ${parts.join(", ")} },`;
  });
  const exported = Object.fromEntries([...names.values()].map((name) => [name, name]));
  const code = withImports(standalone.default(ajv, exported));
  const text = `${code}\nexport const requests = {\n${rows.join("\n")}\n};\n`;
  // A third smaller, and so a third faster to load. Nobody steps through it.
  const head = header(`Validators of the requests of Notion-Version ${version}.`, stamp);
  return head + (await minify(`requests-${version}.js`, text, { module: true })).code;
}

/**
 * Nobody reads Ajv's errors, and they would be most of the code. Keywords without a type come first, so this one,
 * in every schema, turns off what describes them.
 */
const withoutErrors = (ajv: Ajv2020) =>
  ajv.addKeyword({ keyword: QUIET, code: ({ it }) => Object.assign(it, { createErrors: false }) });

/** Ajv asks for its own helpers by `require`, in modules too. */
function withImports(code: string): string {
  const imports = new Map<string, string>();
  const body = code.replace('"use strict";', "").replaceAll(/require\("([^"]+)"\)/g, (_, path: string) => {
    const name = imports.get(path) ?? `helper${imports.size}`;
    imports.set(path, name);
    return name;
  });
  const lines = [...imports].map(([path, name]) => `import ${name} from ${JSON.stringify(`${path}.js`)};\n`);
  return lines.join("") + body;
}

function strip(node: Json, named: boolean): Json {
  if (Array.isArray(node)) return node.map((item) => strip(item, false));
  if (!isObject(node)) return node;
  const kept = Object.entries(node).filter(
    ([key]) => named || !(ANNOTATIONS.has(key) || key.startsWith("x-")),
  );
  const copy = Object.fromEntries(kept.map(([key, value]) => [key, strip(value, !named && NAMED.has(key))]));
  return named ? copy : { [QUIET]: true, ...copy };
}
