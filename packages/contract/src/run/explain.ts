import type { Finding } from "./findings.ts";

/**
 * Problems for people: where, what, the value that is there, and the path of the schema that says so.
 *
 * @param problems of one exchange
 * @param bodies what was sent and what was answered
 * @returns an empty text when there are none
 */
export function explain(problems: Finding[], bodies: { request: unknown; response: unknown }): string {
  return problems
    .map(({ side, at, message, schema }) => {
      const found = at.startsWith("/") ? `\n    found:  ${shown(valueAt(bodies[side], at))}` : "";
      return `${side} ${at}\n    ${message}${found}\n    schema: ${schema.replace(/^bundle#/, "#")}`;
    })
    .join("\n");
}

function valueAt(body: unknown, pointer: string): unknown {
  const steps = pointer === "/" ? [] : pointer.slice(1).split("/");
  return steps
    .map((step) => step.replaceAll("~1", "/").replaceAll("~0", "~"))
    .reduce<unknown>((value, step) => Object(value)[step], body);
}

function shown(value: unknown): string {
  const text = JSON.stringify(value) ?? "nothing";
  return text.length > 300 ? `${text.slice(0, 300)}…` : text;
}
