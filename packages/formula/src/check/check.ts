import { FormulaError } from "../error.ts";
import { functions } from "../functions/table.ts";
import type {
  CallExpression,
  Expression,
  NameExpression,
  PropertyExpression,
  PropertyReference,
} from "../syntax/expression.ts";
import type { Schema } from "../types/schema.ts";
import type { PageType, Type } from "../types/type.ts";
import { branch, describe, listOf, members, NUMBER, oneOf, present, TEXT } from "../types/type.ts";
import { callType, type Typed } from "./call.ts";
import { Dependencies } from "./dependencies.ts";
import { binaryType, unaryType } from "./operators.ts";

/** A formula that makes sense for the rows of a data source. */
export interface Formula {
  /** The same formula, in which every reference has its name, id and source. */
  expression: Expression;
  type: Type;
  /**
   * What the value depends on: ids of properties, each with the relations that lead to the page that has it. `["abcd"]`
   * is a property of the row, `["relation", "abcd"]` one of the pages that are related to it.
   */
  dependencies: string[][];
  /** Whether the value changes with time: it asks for `now()` or `today()`. */
  volatile: boolean;
}

type Scope = ReadonlyMap<string, Type>;

const LITERALS = { string: "text", number: "number", boolean: "boolean" } as const;

/**
 * Finds the type of a formula over the rows of a data source, and looks up what it refers to.
 *
 * @throws FormulaError of the kind "type" for an unknown function, property or name, and for types that do not fit.
 */
export function check(expression: Expression, schema: Schema): Formula {
  const checker = new Checker(schema);
  const { expression: bound, type } = checker.check(expression, new Map());
  return { expression: bound, type, dependencies: checker.dependencies.paths(), volatile: checker.volatile };
}

class Checker {
  readonly #schema: Schema;
  readonly dependencies = new Dependencies();
  volatile = false;

  constructor(schema: Schema) {
    this.#schema = schema;
  }

  check(node: Expression, scope: Scope): Typed {
    switch (node.kind) {
      case "literal":
        return { expression: node, type: { kind: LITERALS[typeof node.value as keyof typeof LITERALS] } };
      case "list": {
        const items = node.items.map((item) => this.check(item, scope));
        const of = items.length === 0 ? ({ kind: "empty" } as const) : oneOf(items.map(({ type }) => type));
        return {
          expression: { ...node, items: items.map(({ expression }) => expression) },
          type: listOf(of),
        };
      }
      case "name":
        return { expression: node, type: this.#name(node, scope) };
      case "property":
        return this.#property(node, scope);
      case "call":
        return this.#call(node, scope);
      case "unary": {
        const operand = this.check(node.operand, scope);
        return { expression: { ...node, operand: operand.expression }, type: unaryType(node, operand.type) };
      }
      case "binary": {
        const left = this.check(node.left, scope);
        const right = this.check(node.right, scope);
        const type = binaryType(node, left.type, right.type);
        const joins = node.operator === "+" && type === TEXT;
        return { expression: { ...node, left: left.expression, right: right.expression, joins }, type };
      }
      case "conditional": {
        const condition = this.check(node.condition, scope).expression;
        const whenTrue = this.check(node.whenTrue, scope);
        const whenFalse = this.check(node.whenFalse, scope);
        return {
          expression: { ...node, condition, whenTrue: whenTrue.expression, whenFalse: whenFalse.expression },
          type: branch([whenTrue.type, whenFalse.type]),
        };
      }
    }
  }

  #name({ name, span }: NameExpression, scope: Scope): Type {
    const type = name === "thisPage" ? this.#row : scope.get(name);
    if (type) return type;
    if (name === "current" || name === "index") {
      throw new FormulaError("type", `${name} is only known inside functions like map and filter.`, span);
    }
    const hint = functions.has(name) ? ` The function is written ${name}().` : "";
    throw new FormulaError("type", `There is nothing named ${name}.${hint}`, span);
  }

  get #row(): PageType {
    return { kind: "page", dataSource: this.#schema.id, via: [[]] };
  }

  #property(node: PropertyExpression, scope: Scope): Typed {
    const of = node.of ? this.check(node.of, scope) : null;
    const types: Type[] = [];
    let reference = node.reference;
    for (const page of members(present(of?.type ?? this.#row))) {
      if (page.kind !== "page") {
        throw new FormulaError("type", `${describe(page)} has no properties; only a page has.`, node.span);
      }
      const { schema, property } = this.#lookUp(page, node);
      if (types.length > 0 && property.id !== reference.id) {
        const message = `These pages are of several data sources, and ${property.name} is not the same in all.`;
        throw new FormulaError("type", message, node.span);
      }
      this.dependencies.add(page.via, property.id);
      reference = { name: property.name, id: property.id, source: schema.id, space: reference.space };
      types.push(reached(property.type, page.via, property.id));
    }
    return { expression: { ...node, of: of?.expression ?? null, reference }, type: oneOf(types) };
  }

  #lookUp({ dataSource }: PageType, { reference, span }: PropertyExpression) {
    const schema =
      dataSource === this.#schema.id
        ? this.#schema
        : dataSource === null
          ? undefined
          : this.#schema.related(dataSource);
    if (!schema) {
      throw new FormulaError("type", "It is not known which properties these pages have.", span);
    }
    const property =
      reference.id === null
        ? schema.property({ name: reference.name ?? "" })
        : schema.property({ id: reference.id });
    if (!property) throw new FormulaError("type", `There is no property ${mention(reference)}.`, span);
    return { schema, property };
  }

  #call(node: CallExpression, scope: Scope): Typed {
    if (node.name === "let" || node.name === "lets") return this.#let(node, scope);
    const definition = functions.get(node.name);
    if (!definition) throw new FormulaError("type", `There is no function ${node.name}.`, node.span);
    if (node.name === "now" || node.name === "today") this.volatile = true;
    return callType(node, definition, (argument, item) => {
      const inner = item ? new Map(scope).set("current", item).set("index", NUMBER) : scope;
      return this.check(argument, inner);
    });
  }

  /** `let(name, value, …, expression)`: each value may use the names before it. */
  #let(node: CallExpression, scope: Scope): Typed {
    const all = node.arguments;
    const complete = node.name === "let" ? all.length === 3 : all.length >= 3 && all.length % 2 === 1;
    if (!complete) {
      const form = node.name === "let" ? "let(name, value, expression)" : "lets(name, value, …, expression)";
      throw new FormulaError("type", `${node.name} is written ${form}.`, node.span);
    }
    const inner = new Map(scope);
    const bound: Expression[] = [];
    for (let at = 0; at + 1 < all.length; at += 2) {
      const name = all[at] as Expression;
      if (name.kind !== "name") {
        throw new FormulaError("type", `${node.name} takes a name here, without quotes.`, name.span);
      }
      const value = this.check(all[at + 1] as Expression, inner);
      inner.set(name.name, value.type);
      bound.push(name, value.expression);
    }
    const body = this.check(all.at(-1) as Expression, inner);
    return { expression: { ...node, arguments: [...bound, body.expression] }, type: body.type };
  }
}

/** The type of a property, its pages marked with the way on which they were reached. */
function reached(type: Type, via: string[][], propertyId: string): Type {
  switch (type.kind) {
    case "page":
      return { ...type, via: via.map((path) => [...path, propertyId]) };
    case "list":
      return listOf(reached(type.of, via, propertyId));
    case "either":
      return { kind: "either", types: type.types.map((one) => reached(one, via, propertyId)) };
    default:
      return type;
  }
}

function mention({ name, id }: PropertyReference): string {
  return name === null ? `with the id ${id}` : `named ${JSON.stringify(name)}`;
}
