import { FormulaError } from "../error.ts";
import type { BinaryExpression, Span, UnaryExpression } from "../syntax/expression.ts";
import type { Type } from "../types/type.ts";
import { BOOLEAN, describe, members, NUMBER, present, TEXT } from "../types/type.ts";

const ORDERED = ["number", "text", "date", "boolean"];

/**
 * The type of an operation. `+` joins as soon as one side may be text, and adds otherwise; only numbers are calculated
 * with; only two numbers, texts, dates or booleans have an order. Anything may be compared with `==`, and be a condition.
 *
 * @throws FormulaError when the operator does not take these.
 */
export function binaryType({ operator, span }: BinaryExpression, left: Type, right: Type): Type {
  switch (operator) {
    case "and":
    case "or":
    case "==":
    case "!=":
      return BOOLEAN;
    case ">":
    case ">=":
    case "<":
    case "<=": {
      const kinds = new Set([left, right].flatMap(members).map(({ kind }) => kind));
      kinds.delete("empty");
      const [kind] = kinds;
      if (kinds.size > 1 || (kind && !ORDERED.includes(kind))) {
        throw mismatch(`${operator} cannot compare ${describe(left)} with ${describe(right)}.`, span);
      }
      return BOOLEAN;
    }
    case "+":
      if (mayBe("text", left) || mayBe("text", right)) return TEXT;
      if (isNumber(left) && isNumber(right)) return NUMBER;
      throw mismatch(`+ cannot add ${describe(left)} and ${describe(right)}.`, span);
    default:
      if (isNumber(left) && isNumber(right)) return NUMBER;
      throw mismatch(`${operator} takes numbers, not ${describe(isNumber(left) ? right : left)}.`, span);
  }
}

/** @throws FormulaError when the operator does not take this. */
export function unaryType({ operator, span }: UnaryExpression, operand: Type): Type {
  if (operator === "not") return BOOLEAN;
  const kinds = operator === "+" ? ["number", "text", "boolean", "date"] : ["number"];
  if (members(present(operand)).every(({ kind }) => kinds.includes(kind) || kind === "empty")) return NUMBER;
  throw mismatch(`${operator} takes a number, not ${describe(operand)}.`, span);
}

function mayBe(kind: Type["kind"], type: Type): boolean {
  return members(type).some((member) => member.kind === kind);
}

function isNumber(type: Type): boolean {
  return members(type).every(({ kind }) => kind === "number" || kind === "empty");
}

function mismatch(message: string, span: Span): FormulaError {
  return new FormulaError("type", message, span);
}
