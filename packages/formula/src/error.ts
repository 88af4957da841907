export type FormulaErrorKind = "syntax" | "type" | "cycle";

/**
 * Something wrong with a formula as it is written: it does not parse, or its types do not fit.
 *
 * `message` is a sentence for the person who wrote it; `start` and `end` are the offsets of the part that it is about,
 * in UTF-16 code units, `end` exclusive.
 */
export class FormulaError extends Error {
  override name = "FormulaError";
  /**
   * "syntax" where the text is no formula, "type" where it is one that makes no sense (the API tells these apart),
   * "cycle" where a formula needs its own value.
   */
  readonly kind: FormulaErrorKind;
  readonly start: number;
  readonly end: number;

  constructor(kind: FormulaErrorKind, message: string, span: { start: number; end: number }) {
    super(message);
    this.kind = kind;
    this.start = span.start;
    this.end = span.end;
  }
}
