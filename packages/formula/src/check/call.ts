import { FormulaError } from "../error.ts";
import type { FunctionDefinition } from "../functions/definition.ts";
import { arity, parameterAt, type Signature } from "../functions/signature.ts";
import type { CallExpression, Expression } from "../syntax/expression.ts";
import type { Type } from "../types/type.ts";
import { describe, present } from "../types/type.ts";
import { type Bindings, describePattern, fill, fits } from "./match.ts";

/** A bound expression and its type. */
export interface Typed {
  expression: Expression;
  type: Type;
}

/**
 * The type of a call, and the call with bound arguments.
 *
 * @param check Checks an argument; with `item`, as what `current` is in it.
 * @throws FormulaError when the number of arguments or the type of one does not fit.
 */
export function callType(
  node: CallExpression,
  { definition, signature }: { definition: FunctionDefinition; signature: Signature },
  check: (argument: Expression, item: Type | null) => Typed,
): Typed {
  const { least, most } = arity(signature);
  const count = node.arguments.length;
  if (count < least || count > most) {
    throw new FormulaError("type", `${node.name} takes ${amount(least, most)}, not ${count}.`, node.span);
  }
  const bindings: Bindings = new Map();
  const checked = node.arguments.map((argument, at) => {
    const parameter = parameterAt(signature, at);
    if (!parameter) throw new Error(`${node.name} has no parameter ${at}.`);
    const { evaluated, type } = parameter;
    const item = typeof evaluated === "object" ? present(fill(evaluated.each, bindings)) : null;
    const typed = check(argument, item);
    if (fits(type, typed.type, bindings)) return typed;
    const message = `${node.name} takes ${describePattern(type)} as its ${parameter.name}, not ${describe(typed.type)}.`;
    throw new FormulaError("type", message, argument.span);
  });
  return {
    expression: { ...node, arguments: checked.map(({ expression }) => expression) },
    type: definition.result?.(checked.map(({ type }) => type)) ?? fill(signature.result, bindings),
  };
}

function amount(least: number, most: number): string {
  const range = most === least ? `${least}` : most === Infinity ? `at least ${least}` : `${least} to ${most}`;
  return `${range} ${range === "1" || range === "at least 1" ? "argument" : "arguments"}`;
}
