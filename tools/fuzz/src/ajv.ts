import type { Bundle } from "@notional/checker";
import { Ajv2020, type ValidateFunction } from "ajv/dist/2020.js";
import addFormats from "ajv-formats";

/** Says what Ajv has against a value; undefined when nothing. */
export type Objection = (pointer: string, value: unknown) => string | undefined;

/** Ajv over a bundle as it is: what the document says, and nothing that a checker adds. */
export function ajvOf(bundle: Bundle): Objection {
  const ajv = addFormats.default(new Ajv2020({ strict: false, validateSchema: false }));
  ajv.addSchema(bundle as object, "bundle");
  const compiled = new Map<string, ValidateFunction>();
  return (pointer, value) => {
    const validate = compiled.get(pointer) ?? ajv.compile({ $ref: `bundle#${encodeURI(pointer)}` });
    compiled.set(pointer, validate);
    return validate(value) ? undefined : ajv.errorsText(validate.errors);
  };
}
