/** Where something stands in the source: offsets in UTF-16 code units, `end` exclusive. */
export interface Span {
  start: number;
  end: number;
}

/** A formula as a tree. `span` is that of the source, and says nothing in a tree that was made otherwise. */
export type Expression =
  | LiteralExpression
  | ListExpression
  | PropertyExpression
  | NameExpression
  | CallExpression
  | UnaryExpression
  | BinaryExpression
  | ConditionalExpression;

/** `"text"`, `4.5`, `true`. */
export interface LiteralExpression {
  kind: "literal";
  value: string | number | boolean;
  span: Span;
}

/** `[1, 2]`. */
export interface ListExpression {
  kind: "list";
  items: Expression[];
  span: Span;
}

/** `prop("Name")` or `{{notion:block_property:<id>:<source>:<space>}}`, of this row or of the page before the dot. */
export interface PropertyExpression {
  kind: "property";
  of: Expression | null;
  reference: PropertyReference;
  span: Span;
}

/** How a property is named. After `check` both the name and the id are there. */
export interface PropertyReference {
  name: string | null;
  /** As in the schema, but decoded: `U`;C`, not `U%60%3BC`. */
  id: string | null;
  /** Id of the data source that has the property. The API also writes the nil UUID here for the row's own. */
  source: string | null;
  /** Id of the workspace. */
  space: string | null;
}

/** `current`, `index`, `thisPage`, or what `let` and `lets` have named. */
export interface NameExpression {
  kind: "name";
  name: string;
  span: Span;
}

/** `round(1.5)` or, as a method, `1.5.round()`. Either way the arguments are all in `arguments`. */
export interface CallExpression {
  kind: "call";
  name: string;
  arguments: Expression[];
  method: boolean;
  span: Span;
}

export type UnaryOperator = "-" | "+" | "not";

export interface UnaryExpression {
  kind: "unary";
  operator: UnaryOperator;
  operand: Expression;
  span: Span;
}

export type BinaryOperator =
  | "or"
  | "and"
  | "=="
  | "!="
  | ">"
  | ">="
  | "<"
  | "<="
  | "+"
  | "-"
  | "*"
  | "/"
  | "%"
  | "^";

export interface BinaryExpression {
  kind: "binary";
  operator: BinaryOperator;
  left: Expression;
  right: Expression;
  /** Set by `check` on a `+` that joins text. Values cannot tell: an empty number and an empty text are the same. */
  joins?: boolean;
  span: Span;
}

/** `condition ? whenTrue : whenFalse`. `if(…)` is a call. */
export interface ConditionalExpression {
  kind: "conditional";
  condition: Expression;
  whenTrue: Expression;
  whenFalse: Expression;
  span: Span;
}
