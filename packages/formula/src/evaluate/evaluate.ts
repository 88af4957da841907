import type { Formula } from "../check/check.ts";
import { arithmetic, toNumber } from "../functions/number.ts";
import { parameterAt } from "../functions/signature.ts";
import { functions, type NamedFunction } from "../functions/table.ts";
import type { BinaryExpression, CallExpression, Expression } from "../syntax/expression.ts";
import { compare, equals } from "../values/compare.ts";
import { format } from "../values/format.ts";
import type { Row, Value } from "../values/value.ts";
import { finite, holds } from "../values/value.ts";
import {
  Budget,
  BudgetExceeded,
  type Context,
  DEFAULT_LIMITS,
  EvaluationFailure,
  type Limits,
} from "./context.ts";

export interface EvaluateOptions {
  /** The current time in milliseconds since 1970; `now()` is that, to the minute. */
  now: number;
  /** IANA name of the zone for clock and calendar; it must be one. UTC unless told, as in the API. */
  timeZone?: string;
  /** How much the evaluation may do; what is not said is as in `DEFAULT_LIMITS`. */
  limits?: Partial<Limits>;
  /** Is told why a formula has no value, in a sentence, when it failed: an invalid pattern, too much work. */
  onFailure?: (reason: string) => void;
}

/**
 * The value of a formula for a row.
 *
 * Nothing is thrown for what a formula does: one that fails has no value, as in Notion. What `row` throws comes through.
 *
 * @returns The value; `null` when it is empty, and when the evaluation failed.
 */
export function evaluate(formula: Formula, row: Row, options: EvaluateOptions): Value {
  const { now, timeZone = "UTC", limits, onFailure } = options;
  const context: Context = { now, timeZone, row, budget: new Budget({ ...DEFAULT_LIMITS, ...limits }) };
  try {
    return new Evaluator(context).value(formula.expression, null);
  } catch (error) {
    if (!(error instanceof EvaluationFailure || error instanceof BudgetExceeded)) throw error;
    onFailure?.(error.message);
    return null;
  }
}

/** A name and its value, and those around it. */
interface Scope {
  name: string;
  value: Value;
  outer: Scope | null;
}

class Evaluator {
  readonly #context: Context;

  constructor(context: Context) {
    this.#context = context;
  }

  value(node: Expression, scope: Scope | null): Value {
    this.#context.budget.spend(1);
    switch (node.kind) {
      case "literal":
        return node.value;
      case "list":
        return this.#made(node.items.map((item) => this.value(item, scope)));
      case "name":
        return this.#name(node.name, scope);
      case "property": {
        const page = node.of ? this.value(node.of, scope) : this.#context.row;
        // The type says that it is a page, or empty.
        return page === null ? null : (page as Row).get(node.reference.id as string);
      }
      case "call":
        return this.#call(node, scope);
      case "unary": {
        const operand = this.value(node.operand, scope);
        if (node.operator === "not") return !holds(operand);
        return node.operator === "+" ? toNumber(operand) : finite(-((operand as number | null) ?? 0));
      }
      case "binary":
        return this.#binary(node, scope);
      case "conditional":
        return this.value(holds(this.value(node.condition, scope)) ? node.whenTrue : node.whenFalse, scope);
    }
  }

  #name(name: string, scope: Scope | null): Value {
    if (name === "thisPage") return this.#context.row;
    for (let inner = scope; inner; inner = inner.outer) if (inner.name === name) return inner.value;
    throw new Error(`The formula was not checked: ${name} is unknown.`);
  }

  #binary({ operator, left, right, joins }: BinaryExpression, scope: Scope | null): Value {
    const one = this.value(left, scope);
    if (operator === "and") return holds(one) && holds(this.value(right, scope));
    if (operator === "or") return holds(one) || holds(this.value(right, scope));
    const other = this.value(right, scope);
    this.#context.budget.look(one);
    this.#context.budget.look(other);
    switch (operator) {
      case "==":
        return equals(one, other);
      case "!=":
        return !equals(one, other);
      case ">":
        return one !== null && other !== null && compare(one, other) > 0;
      case ">=":
        return one !== null && other !== null && compare(one, other) >= 0;
      case "<":
        return one !== null && other !== null && compare(one, other) < 0;
      case "<=":
        return one !== null && other !== null && compare(one, other) <= 0;
      default:
        return joins ? this.#joined(one, other) : (arithmetic.get(operator)?.(one, other) ?? null);
    }
  }

  #joined(one: Value, other: Value): string {
    const { timeZone, budget } = this.#context;
    const first = format(one, timeZone);
    const second = format(other, timeZone);
    budget.text(first.length + second.length);
    return first + second;
  }

  #call(node: CallExpression, scope: Scope | null): Value {
    if (node.name === "let" || node.name === "lets") return this.#let(node, scope);
    const called = functions.get(node.name);
    if (!called) throw new Error(`The formula was not checked: there is no function ${node.name}.`);
    const values: unknown[] = [];
    for (const [at, argument] of node.arguments.entries()) {
      const value = this.#argument(called, at, argument, scope);
      if (value === null && !called.definition.takesEmpty) return null;
      values.push(value);
    }
    const run = called.definition.run as (context: Context, ...values: unknown[]) => Value;
    return this.#made(run(this.#context, ...values));
  }

  #argument({ signature }: NamedFunction, at: number, argument: Expression, scope: Scope | null): unknown {
    const parameter = parameterAt(signature, at);
    if (parameter?.evaluated === "once") return () => this.value(argument, scope);
    if (parameter?.evaluated !== "before") {
      return (current: Value, index: number) => this.#each(argument, current, index, scope);
    }
    const value = this.value(argument, scope);
    this.#context.budget.look(value);
    const becomesText =
      parameter.asText && value !== null && typeof value !== "string" && !Array.isArray(value);
    return becomesText ? format(value, this.#context.timeZone) : value;
  }

  /** A value that is new here. */
  #made(value: Value): Value {
    if (Array.isArray(value)) this.#context.budget.list(value);
    return value;
  }

  /** An expression for one item of a list. As in Notion, one that fails has the empty value, and the others go on. */
  #each(expression: Expression, current: Value, index: number, scope: Scope | null): Value {
    const outer = { name: "index", value: index, outer: scope };
    try {
      return this.value(expression, { name: "current", value: current, outer });
    } catch (error) {
      if (error instanceof EvaluationFailure) return null;
      throw error;
    }
  }

  #let({ arguments: all }: CallExpression, outer: Scope | null): Value {
    let scope = outer;
    for (let at = 0; at + 1 < all.length; at += 2) {
      const name = all[at] as Expression & { kind: "name" };
      scope = { name: name.name, value: this.value(all[at + 1] as Expression, scope), outer: scope };
    }
    return this.value(all.at(-1) as Expression, scope);
  }
}
