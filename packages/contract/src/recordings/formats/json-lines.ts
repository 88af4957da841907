import type { Line } from "../line.ts";

/**
 * Reads one JSON object a line. A last line without its end is what a recorder was killed in the middle of; it is
 * left out.
 *
 * @throws when another line is not JSON
 */
export function readLines(text: string): Line[] {
  return text
    .slice(0, endOf(text))
    .split("\n")
    .filter((line) => line !== "")
    .map((line) => JSON.parse(line) as Line);
}

/** Where the whole lines end. A last line may also lack its line feed because somebody's editor took it. */
function endOf(text: string): number {
  const start = text.lastIndexOf("\n") + 1;
  try {
    JSON.parse(text.slice(start));
    return text.length;
  } catch {
    return start;
  }
}
