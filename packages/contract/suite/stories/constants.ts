import { type Bundle, deref } from "@notional/checker";

/** The constants of a named schema, in the order of the document. */
export function constantsOf(bundle: Bundle, name: string): string[] {
  const { enum: constants } = deref<{ enum?: string[] }>(bundle, { $ref: `#/components/schemas/${name}` });
  if (!constants) throw new Error(`${name} has no constants.`);
  return constants;
}
