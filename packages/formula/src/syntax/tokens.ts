import { FormulaError } from "../error.ts";
import type { PropertyReference, Span } from "./expression.ts";

/** What the parser sees: comments and spaces are gone, strings and references are read. */
export type Token = { span: Span } & (
  | { kind: "number"; value: number }
  | { kind: "text"; value: string }
  | { kind: "word"; text: string }
  | { kind: "symbol"; text: string }
  | { kind: "reference"; reference: PropertyReference }
  | { kind: "end" }
);

const BLANK = /(?:\s|\/\*[\s\S]*?\*\/)+/y;
const NUMBER = /(?:\d+(?:\.\d+)?|\.\d+)(?:[eE][+-]?\d+)?/y;
const WORD = /[\p{L}_][\p{L}\p{N}_]*/uy;
const REFERENCE = /\{\{notion:block_property:([^:{}]*):([^:{}]*):([^:{}]*)\}\}/y;
/** Longest first. `===` and `!==` are written by people who know JavaScript, and taken. */
const SYMBOL = /===|!==|==|!=|>=|<=|&&|\|\||[-+*/%^<>!?:,.()[\]]/y;
const ESCAPES: Record<string, string> = { n: "\n", t: "\t", r: "\r", '"': '"', "\\": "\\" };

/**
 * Cuts a formula into tokens; the last one is always `end`.
 *
 * @throws FormulaError for a character that belongs to nothing, and for text and comments that do not end.
 */
export function tokenize(source: string): Token[] {
  const tokens: Token[] = [];
  let at = 0;

  const take = (pattern: RegExp): RegExpExecArray | null => {
    pattern.lastIndex = at;
    const match = pattern.exec(source);
    if (match) at = pattern.lastIndex;
    return match;
  };

  for (;;) {
    take(BLANK);
    const start = at;
    if (start === source.length) {
      tokens.push({ kind: "end", span: { start, end: start } });
      return tokens;
    }
    if (source[at] === '"') {
      const value = readText(source, at);
      at = value.end;
      tokens.push({ kind: "text", value: value.text, span: { start, end: at } });
    } else if (take(NUMBER)) {
      tokens.push({
        kind: "number",
        value: readNumber(source.slice(start, at), start),
        span: { start, end: at },
      });
    } else if (take(WORD)) {
      tokens.push({ kind: "word", text: source.slice(start, at), span: { start, end: at } });
    } else if (source.startsWith("{{", at)) {
      const match = take(REFERENCE);
      if (!match) throw unreadable(source, start);
      tokens.push({ kind: "reference", reference: readReference(match, start), span: { start, end: at } });
    } else if (!source.startsWith("/*", at) && take(SYMBOL)) {
      tokens.push({ kind: "symbol", text: source.slice(start, at), span: { start, end: at } });
    } else throw unreadable(source, start);
  }
}

function readNumber(text: string, start: number): number {
  const value = Number(text);
  if (Number.isFinite(value)) return value;
  throw new FormulaError("syntax", `The number ${text} is too large.`, { start, end: start + text.length });
}

/** Text in quotes. Of the escapes only those of the table mean something, so `"\d"` is a pattern as it stands. */
function readText(source: string, start: number): { text: string; end: number } {
  let text = "";
  for (let at = start + 1; at < source.length; at += 1) {
    const character = source[at] as string;
    if (character === '"') return { text, end: at + 1 };
    if (character === "\\" && at + 1 < source.length) {
      at += 1;
      const escaped = source[at] as string;
      text += ESCAPES[escaped] ?? `\\${escaped}`;
    } else text += character;
  }
  throw new FormulaError("syntax", 'This text has no closing ".', { start, end: source.length });
}

function readReference(match: RegExpExecArray, start: number): PropertyReference {
  const [whole, id = "", source = "", space = ""] = match;
  try {
    return { name: null, id: decodeURIComponent(id), source, space };
  } catch {
    const end = start + whole.length;
    throw new FormulaError("syntax", `The property id ${id} is not encoded as in a URL.`, { start, end });
  }
}

function unreadable(source: string, start: number): FormulaError {
  const character = String.fromCodePoint(source.codePointAt(start) ?? 0);
  const span = { start, end: start + character.length };
  if (source.startsWith("/*", start)) {
    return new FormulaError("syntax", "This comment has no closing */.", { start, end: source.length });
  }
  if ("'“”‘’".includes(character)) return new FormulaError("syntax", 'Text stands between ".', span);
  if (character === "{") {
    return new FormulaError(
      "syntax",
      "A reference has the form {{notion:block_property:<id>:<source>:<space>}}.",
      span,
    );
  }
  if (character === "=") return new FormulaError("syntax", "Write == to compare.", span);
  return new FormulaError("syntax", `The character ${character} has no meaning here.`, span);
}
