import type { Line } from "../line.ts";

/**
 * Reads one JSON object a line. A last line without its end is what a recorder was killed in the middle of; it is
 * left out.
 *
 * @throws when another line is no recorded exchange, with its number
 */
export function readLines(text: string): Line[] {
  return text
    .slice(0, endOf(text))
    .split("\n")
    .flatMap((line, index) => (line === "" ? [] : readLine(line, index + 1)));
}

function readLine(text: string, number: number): Line {
  const { id, request, response } = Object(parse(text)) as Partial<Line>;
  const isWhole =
    typeof id === "string" && typeof request?.path === "string" && typeof response?.status === "number";
  if (!isWhole) throw new Error(`line ${number} is no recorded exchange.`);
  return { id, request, response };
}

/** Where the whole lines end. A last line may also lack its line feed because somebody's editor took it. */
function endOf(text: string): number {
  const start = text.lastIndexOf("\n") + 1;
  return parse(text.slice(start)) === undefined ? start : text.length;
}

/** The JSON of a text; undefined when it is none. */
function parse(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}
