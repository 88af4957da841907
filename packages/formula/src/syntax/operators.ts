import type { BinaryOperator, UnaryOperator } from "./expression.ts";
import type { Token } from "./tokens.ts";

interface Operator {
  name: BinaryOperator;
  /** The higher, the more strongly it binds. The conditional operator is below all, at 0. */
  strength: number;
  rightAssociative: boolean;
}

/** Every spelling of the binary operators, the weakest first. Precedence is that of JavaScript. */
const LEVELS: [spellings: Record<string, BinaryOperator>, rightAssociative?: boolean][] = [
  [{ or: "or", "||": "or" }],
  [{ and: "and", "&&": "and" }],
  [{ "==": "==", "===": "==", "!=": "!=", "!==": "!=" }],
  [{ ">": ">", ">=": ">=", "<": "<", "<=": "<=" }],
  [{ "+": "+", "-": "-" }],
  [{ "*": "*", "/": "/", "%": "%" }],
  [{}],
  [{ "^": "^" }, true],
];

/** That of the empty level: stronger than `*`, weaker than `^`, so that `-2 ^ 2` is -4. */
export const UNARY_STRENGTH = LEVELS.findIndex(([spellings]) => Object.keys(spellings).length === 0) + 1;

const binaryOperators = new Map<string, Operator>(
  LEVELS.flatMap(([spellings, rightAssociative = false], level) =>
    Object.entries(spellings).map(([spelling, name]): [string, Operator] => [
      spelling,
      { name, strength: level + 1, rightAssociative },
    ]),
  ),
);

const unaryOperators = new Map<string, UnaryOperator>([
  ["-", "-"],
  ["+", "+"],
  ["not", "not"],
  ["!", "not"],
]);

/** The binary operator that a token spells, if it does. */
export function binaryOperator(token: Token): Operator | undefined {
  return token.kind === "symbol" || token.kind === "word" ? binaryOperators.get(token.text) : undefined;
}

/** The unary operator that a token spells, if it does. */
export function unaryOperator(token: Token): UnaryOperator | undefined {
  return token.kind === "symbol" || token.kind === "word" ? unaryOperators.get(token.text) : undefined;
}
