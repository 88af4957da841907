import type { Json, JsonObject } from "@notional/redocly-plugin";
import { escapePointer, isObject } from "@notional/redocly-plugin";
import type { ErrorObject, ValidateFunction } from "ajv";
import { Ajv2020 } from "ajv/dist/2020.js";
import addFormats from "ajv-formats";
import { close } from "./close.ts";
import type { Example } from "./find-examples.ts";
import { findExamples } from "./find-examples.ts";
import { specialize } from "./specialize.ts";

/** What is wrong with an example, and where in the document. */
export interface Finding {
  message: string;
  pointer: string;
}

/**
 * Holds every example to its schema, as JSON Schema 2020-12 has it, with the schema closed. Redocly's own
 * rules would do, but for two things: they let a discriminator stand for the whole union, so that null
 * passes it; and of a failed union they report every member.
 */
export function checkExamples(document: JsonObject): Finding[] {
  const examples = findExamples(document);
  const schemas = new Map<string, JsonObject>();
  for (const { schema } of examples) schemas.set(JSON.stringify(schema), schema);
  const keys = [...schemas.keys()];

  const ajv = newAjv(false);
  const components = isObject(document.components) ? document.components : {};
  const named = isObject(components.schemas) ? components.schemas : {};
  ajv.addSchema(
    {
      components: { schemas: mapValues(named, (schema) => close(document, schema, true)) },
      uses: [...schemas.values()].map((schema) => close(document, schema)),
    },
    "openapi",
  );
  return examples.flatMap((example) => {
    const index = keys.indexOf(JSON.stringify(example.schema));
    const validate = ajv.getSchema(`openapi#/uses/${index}`);
    if (!validate || validate(example.value)) return [];
    return explain(document, example, validate);
  });
}

function explain(
  document: JsonObject,
  { value, schema, pointer }: Example,
  validate: ValidateFunction,
): Finding[] {
  const narrow = newAjv(true).compile(closeObject(document, specialize(document, value, schema)));
  const errors = narrow(value) ? (validate.errors ?? []).filter(isAmbiguous) : (narrow.errors ?? []);
  const findings = dropConsequences(errors).map((error) => describe(error, pointer));
  return findings.length > 0 ? findings : [{ message: "the value does not fit its schema", pointer }];
}

function closeObject(document: JsonObject, schema: Json): JsonObject {
  const closed = close(document, schema);
  return isObject(closed) ? closed : {};
}

/** More than one member of a union fits. */
function isAmbiguous({ keyword, params }: ErrorObject): boolean {
  return keyword === "oneOf" && Array.isArray(params.passingSchemas);
}

/** A part that fails vouches for none of its fields, so they seem unknown too: that is no news. */
function dropConsequences(errors: ErrorObject[]): ErrorObject[] {
  const others = errors.filter(({ keyword }) => keyword !== "unevaluatedProperties");
  if (others.length === 0) return errors;
  return errors.filter(
    (error) =>
      error.keyword !== "unevaluatedProperties" ||
      !others.some(({ instancePath }) => instancePath.startsWith(error.instancePath)),
  );
}

function describe({ keyword, instancePath, message, params }: ErrorObject, at: string): Finding {
  const pointer = `${at}${instancePath}`;
  const unknown: unknown = params.unevaluatedProperty ?? params.additionalProperty;
  if (typeof unknown === "string") {
    return {
      message: `\`${unknown}\` is not in the schema`,
      pointer: `${pointer}/${escapePointer(unknown)}`,
    };
  }
  const allowed: unknown = params.allowedValues ?? params.allowedValue;
  const values = allowed === undefined ? "" : `: ${JSON.stringify(allowed)}`;
  const field = instancePath === "" ? "the value" : `\`${instancePath.slice(1).replaceAll("/", ".")}\``;
  if (keyword === "oneOf") return { message: `${field} fits more than one member of the union`, pointer };
  return { message: `${field} ${message ?? "does not fit its schema"}${values}`, pointer };
}

/** Compiling is what takes the time here, so nothing is spent on making the compiled code short. */
function newAjv(allErrors: boolean): Ajv2020 {
  const ajv = new Ajv2020({
    allErrors,
    strict: false,
    validateSchema: false,
    inlineRefs: false,
    code: { optimize: false },
  });
  addFormats.default(ajv);
  return ajv;
}

function mapValues(map: JsonObject, change: (value: Json) => Json): JsonObject {
  return Object.fromEntries(Object.entries(map).map(([key, value]) => [key, change(value)]));
}
