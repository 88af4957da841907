/**
 * Signatures are written as people read them, and read from there by the type checker:
 * `padStart(text: text, length: number, pad?: text): text`.
 *
 * A capital letter stands for any type, the same wherever it stands; `any` for any, each time another. `=> T` is an
 * expression that the function evaluates when it needs it, `T => U` one that it evaluates for each item, with `current`
 * and `index`. `...` takes one or more arguments, and with a question mark none too.
 */
export interface Signature {
  name: string;
  parameters: Parameter[];
  result: Pattern;
}

export interface Parameter {
  name: string;
  type: Pattern;
  optional: boolean;
  rest: boolean;
  /** Whether text is asked for, so that other single values are formatted. */
  asText: boolean;
  /** Who evaluates the argument: the caller, or the function, once or for each item of this type. */
  evaluated: "before" | "once" | { each: Pattern };
}

/** A type with holes in it. */
export type Pattern =
  | { kind: "any" }
  | { kind: "variable"; name: string }
  | { kind: "scalar"; name: "text" | "number" | "boolean" | "date" | "person" | "page" }
  | { kind: "list"; of: Pattern }
  | { kind: "either"; patterns: Pattern[] };

const SCALARS = ["text", "number", "boolean", "date", "person", "page"] as const;

/** @throws Error when the text is no signature: a mistake in the table of functions. */
export function parseSignature(text: string): Signature {
  const match = /^(\w+)\((.*)\): (.+)$/.exec(text);
  if (!match) throw new Error(`${text} is no signature.`);
  const [, name = "", parameters = "", result = ""] = match;
  return {
    name,
    parameters: parameters === "" ? [] : parameters.split(", ").map(parseParameter),
    result: parsePattern(result),
  };
}

function parseParameter(text: string): Parameter {
  const match = /^(\.\.\.)?(\w+)(\?)?: (?:(?:(.+) )?(=>) )?(.+)$/.exec(text);
  if (!match) throw new Error(`${text} is no parameter.`);
  const [, rest, name = "", optional, each, lazy, type = ""] = match;
  const pattern = parsePattern(type);
  const alternatives = pattern.kind === "either" ? pattern.patterns : [pattern];
  return {
    name,
    type: pattern,
    asText: alternatives.some((one) => one.kind === "scalar" && one.name === "text"),
    optional: optional !== undefined,
    rest: rest !== undefined,
    evaluated: each ? { each: parsePattern(each) } : lazy ? "once" : "before",
  };
}

function parsePattern(text: string): Pattern {
  if (text.includes(" | ")) return { kind: "either", patterns: text.split(" | ").map(parsePattern) };
  if (text.endsWith("[]")) return { kind: "list", of: parsePattern(text.slice(0, -2)) };
  if (text === "any") return { kind: "any" };
  if (/^[A-Z]$/.test(text)) return { kind: "variable", name: text };
  const scalar = SCALARS.find((name) => name === text);
  if (!scalar) throw new Error(`${text} is no type.`);
  return { kind: "scalar", name: scalar };
}

/** How many arguments a signature takes. `most` is Infinity when there is no limit. */
export function arity({ parameters }: Signature): { least: number; most: number } {
  const least = parameters.filter(({ optional }) => !optional).length;
  return { least, most: parameters.some(({ rest }) => rest) ? Number.POSITIVE_INFINITY : parameters.length };
}

/** The parameter that an argument is for. */
export function parameterAt({ parameters }: Signature, index: number): Parameter | undefined {
  const last = parameters.at(-1);
  return parameters[index] ?? (last?.rest ? last : undefined);
}
