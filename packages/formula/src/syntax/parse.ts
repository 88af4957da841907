import { FormulaError } from "../error.ts";
import type { Expression, PropertyReference, Span } from "./expression.ts";
import { binaryOperator, UNARY_STRENGTH, unaryOperator } from "./operators.ts";
import type { Token } from "./tokens.ts";
import { tokenize } from "./tokens.ts";

/** No formula of a person nests this deep, and every walk over a tree of this height fits on the stack. */
const MAX_HEIGHT = 500;

/**
 * Reads a formula. What it says is not checked: an unknown function or property parses.
 *
 * @throws FormulaError of the kind "syntax" for what is no formula, and for one nested more than 500 levels deep.
 */
export function parse(source: string): Expression {
  return new Parser(tokenize(source)).parse();
}

/** A Pratt parser: `expression(strength)` reads all that binds at least as strongly as that. */
class Parser {
  readonly #tokens: Token[];
  /** Height of the tree under each node, so that a chain of operators counts as well as brackets do. */
  readonly #heights = new WeakMap<Expression, number>();
  #at = 0;
  #depth = 0;

  constructor(tokens: Token[]) {
    this.#tokens = tokens;
  }

  parse(): Expression {
    if (this.#peek().kind === "end") throw this.#wrong("The formula is empty.");
    const expression = this.#expression(0);
    if (this.#peek().kind !== "end") throw this.#wrong(`Something is missing before ${this.#seen()}.`);
    return expression;
  }

  #peek(): Token {
    return this.#tokens[this.#at] as Token;
  }

  #expression(strength: number): Expression {
    this.#depth += 1;
    if (this.#depth > MAX_HEIGHT) throw this.#tooDeep(this.#peek().span);
    let left = this.#prefix();
    for (;;) {
      const operator = binaryOperator(this.#peek());
      if (operator && operator.strength >= strength) {
        this.#at += 1;
        const right = this.#expression(operator.rightAssociative ? operator.strength : operator.strength + 1);
        left = this.#grown(
          { kind: "binary", operator: operator.name, left, right, span: spanOf(left, right) },
          [left, right],
        );
      } else if (strength === 0 && this.#takes("?")) {
        const whenTrue = this.#expression(0);
        this.#expect(":");
        const whenFalse = this.#expression(0);
        left = this.#grown(
          { kind: "conditional", condition: left, whenTrue, whenFalse, span: spanOf(left, whenFalse) },
          [left, whenTrue, whenFalse],
        );
      } else break;
    }
    this.#depth -= 1;
    return left;
  }

  #prefix(): Expression {
    const token = this.#peek();
    const operator = unaryOperator(token);
    if (!operator) return this.#postfix();
    this.#at += 1;
    const operand = this.#expression(UNARY_STRENGTH);
    const span = { start: token.span.start, end: operand.span.end };
    return this.#grown({ kind: "unary", operator, operand, span }, [operand]);
  }

  #postfix(): Expression {
    let left = this.#primary();
    while (this.#takes(".")) {
      const token = this.#peek();
      const { start } = left.span;
      if (token.kind === "reference") {
        this.#at += 1;
        left = this.#property(left, token.reference, { start, end: token.span.end });
      } else if (token.kind === "word") {
        this.#at += 1;
        // `current.length` is written without brackets too.
        const others = this.#takes("(") ? this.#until(")") : [];
        const span = { start, end: this.#end };
        if (token.text === "prop") left = this.#property(left, readProp(others, token.span), span);
        else {
          const all = [left, ...others];
          left = this.#grown({ kind: "call", name: token.text, arguments: all, method: true, span }, all);
        }
      } else throw this.#wrong("After a dot comes the name of a function.");
    }
    return left;
  }

  #primary(): Expression {
    const token = this.#peek();
    const { span } = token;
    this.#at += 1;
    if (token.kind === "number" || token.kind === "text")
      return { kind: "literal", value: token.value, span };
    if (token.kind === "reference") return this.#property(null, token.reference, span);
    if (token.kind === "word") return this.#word(token.text, span);
    if (token.kind === "symbol" && token.text === "(") {
      const inner = this.#expression(0);
      this.#expect(")");
      return inner;
    }
    if (token.kind === "symbol" && token.text === "[") {
      const items = this.#until("]");
      return this.#grown({ kind: "list", items, span: { start: span.start, end: this.#end } }, items);
    }
    this.#at -= 1;
    if (token.kind === "end") throw this.#wrong("The formula ends too early.");
    throw this.#wrong(`A value is missing before ${this.#seen()}.`);
  }

  #word(text: string, span: Span): Expression {
    if (text === "true" || text === "false") return { kind: "literal", value: text === "true", span };
    if (!this.#takes("(")) return { kind: "name", name: text, span };
    const all = this.#until(")");
    const whole = { start: span.start, end: this.#end };
    if (text === "prop") return this.#property(null, readProp(all, whole), whole);
    return this.#grown({ kind: "call", name: text, arguments: all, method: false, span: whole }, all);
  }

  #property(of: Expression | null, reference: PropertyReference, span: Span): Expression {
    return this.#grown({ kind: "property", of, reference, span }, of ? [of] : []);
  }

  /** Expressions with commas between them, and the bracket that ends them. */
  #until(closing: ")" | "]"): Expression[] {
    const all: Expression[] = [];
    if (this.#takes(closing)) return all;
    do all.push(this.#expression(0));
    while (this.#takes(","));
    this.#expect(closing);
    return all;
  }

  #grown<T extends Expression>(expression: T, children: Expression[]): T {
    let height = 1;
    for (const child of children) height = Math.max(height, 1 + (this.#heights.get(child) ?? 1));
    if (height > MAX_HEIGHT) throw this.#tooDeep(expression.span);
    this.#heights.set(expression, height);
    return expression;
  }

  #takes(symbol: string): boolean {
    const token = this.#peek();
    if (token.kind !== "symbol" || token.text !== symbol) return false;
    this.#at += 1;
    return true;
  }

  #expect(symbol: string): void {
    if (!this.#takes(symbol)) throw this.#wrong(`A ${symbol} is missing before ${this.#seen()}.`);
  }

  /** Where the token before this one ends. */
  get #end(): number {
    return this.#tokens[this.#at - 1]?.span.end ?? 0;
  }

  #seen(): string {
    const token = this.#peek();
    if (token.kind === "end") return "the end";
    if (token.kind === "text") return "this text";
    if (token.kind === "reference") return "this reference";
    return token.kind === "number" ? String(token.value) : token.text;
  }

  #wrong(message: string): FormulaError {
    return new FormulaError("syntax", message, this.#peek().span);
  }

  #tooDeep(span: Span): FormulaError {
    return new FormulaError("syntax", `The formula is nested more than ${MAX_HEIGHT} levels deep.`, span);
  }
}

function readProp(all: Expression[], span: Span): PropertyReference {
  const [name] = all;
  if (all.length === 1 && name?.kind === "literal" && typeof name.value === "string") {
    return { name: name.value, id: null, source: null, space: null };
  }
  throw new FormulaError("syntax", 'prop takes the name of a property in quotes: prop("Name").', span);
}

function spanOf(first: Expression, last: Expression): Span {
  return { start: first.span.start, end: last.span.end };
}
