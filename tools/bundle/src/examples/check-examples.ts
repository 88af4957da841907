import type { Json, JsonObject } from "@notional/redocly-plugin";
import { escapePointer, isObject } from "@notional/redocly-plugin";
import type { ErrorObject } from "ajv";
import { Ajv2020 } from "ajv/dist/2020.js";
import addFormats from "ajv-formats";
import { close, closedComponents } from "./close.ts";
import type { Example } from "./find-examples.ts";
import { findExamples } from "./find-examples.ts";
import { findUnfit } from "./find-unfit.ts";
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
export async function checkExamples(document: JsonObject): Promise<Finding[]> {
  const unfit = await findUnfit(document, findExamples(document));
  return unfit.flatMap((example) => explain(document, example));
}

function explain(document: JsonObject, { value, schema, pointer }: Example): Finding[] {
  const narrow = newAjv().compile(closeObject(document, specialize(document, value, schema)));
  const errors = narrow(value) ? ambiguities(document, value, schema) : (narrow.errors ?? []);
  const findings = dropConsequences(errors).map((error) => describe(error, pointer));
  return findings.length > 0 ? findings : [{ message: "the value does not fit its schema", pointer }];
}

/** Where more than one member of a union fits. */
function ambiguities(document: JsonObject, value: Json, schema: JsonObject): ErrorObject[] {
  const whole = newAjv().compile({
    ...closeObject(document, schema),
    components: closedComponents(document),
  });
  whole(value);
  return (whole.errors ?? []).filter(
    ({ keyword, params }) => keyword === "oneOf" && Array.isArray(params.passingSchemas),
  );
}

function closeObject(document: JsonObject, schema: Json): JsonObject {
  const closed = close(document, schema);
  return isObject(closed) ? closed : {};
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

function newAjv(): Ajv2020 {
  const ajv = new Ajv2020({ allErrors: true, strict: false, validateSchema: false });
  addFormats.default(ajv);
  return ajv;
}
