import { date } from "./date.ts";
import type { FunctionDefinition, FunctionGroups } from "./definition.ts";
import { list } from "./list.ts";
import { logic } from "./logic.ts";
import { number } from "./number.ts";
import { pages } from "./pages.ts";
import { parseSignature, type Signature } from "./signature.ts";
import { text } from "./text.ts";

/** Every function of the language. The type checker, the evaluation, the guide and the tests read it from here. */
export const functionGroups: FunctionGroups = {
  logic,
  text,
  number,
  date,
  list,
  "people and pages": pages,
};

export interface NamedFunction {
  definition: FunctionDefinition;
  signature: Signature;
}

/** The functions by name. */
export const functions: ReadonlyMap<string, NamedFunction> = new Map(
  Object.values(functionGroups)
    .flat()
    .map((definition): [string, NamedFunction] => {
      const signature = parseSignature(definition.signature);
      return [signature.name, { definition, signature }];
    }),
);
