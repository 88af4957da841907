import type { Context } from "../evaluate/context.ts";
import type { Type } from "../types/type.ts";
import type { Value } from "../values/value.ts";

export type FunctionGroup = "logic" | "text" | "number" | "date" | "list" | "people and pages";

/** One function of the language. The name is in the signature. */
export interface FunctionDefinition {
  /** See `parseSignature`. */
  signature: string;
  /** One sentence. */
  description: string;
  /** Formulas with what `format` shows of their result, for a row with nothing in it. */
  examples: readonly (readonly [formula: string, result: string])[];
  /** Where it is documented: one of `NOTION`, `FRANK` and `APP`. */
  source: string;
  /**
   * Unless this is said, a function of which an argument is empty is not called, and gives empty.
   * Lists that are empty as a whole (not `[]`) count as empty too.
   */
  takesEmpty?: true;
  /** The type of the result, where the signature cannot say it. */
  result?: (types: Type[]) => Type;
  /**
   * Arguments are as the signature says: other values than text have become text where it asks for text, and what the
   * function evaluates itself is a function (see `Once` and `Each`).
   *
   * `never[]` lets a definition write its parameters with their own types; only evaluate.ts calls it.
   */
  run: (context: Context, ...args: never[]) => Value;
}

/** An argument written `=> T` in a signature. */
export type Once = () => Value;

/** An argument written `T => U`. Gives empty for an item on which the expression fails. */
export type Each = (current: Value, index: number) => Value;

/** The functions, in groups, in the order of the guide. */
export type FunctionGroups = Record<FunctionGroup, readonly FunctionDefinition[]>;

/** Where Notion documents its functions. */
export const NOTION = "https://www.notion.com/help/formula-syntax";

/** The reference of Thomas Frank, for what Notion leaves out. */
export const FRANK = "https://thomasjfrank.com/formulas/functions/";

/** Documented nowhere: people have found these names in the code of the app. */
export const APP = "https://www.notion.so";
