/** One thing that is wrong, before it is put in words. */
export interface Line {
  /** From the section on: `["body", "children", 0, "type"]`. */
  path: readonly (string | number)[];
  /** What would do, as the API calls it: `a string`, `` `null` ``. */
  expected: readonly string[];
  /** What is there instead; `undefined` where nothing is. */
  instead: unknown;
}

/** Of a value as JSON, in a message. Measured on messages in public issues. */
const MAX_SHOWN = 58;

/** `` body.parent should be defined, instead was `undefined`. `` */
export function formatLine({ path, expected, instead }: Line): string {
  return `${formatPath(path)} should be ${either(expected)}, instead was \`${shown(instead)}\`.`;
}

function formatPath(path: Line["path"]): string {
  return path.reduce<string>(
    (text, key) => (typeof key === "number" ? `${text}[${key}]` : text === "" ? key : `${text}.${key}`),
    "",
  );
}

/** `a`; `a or b`; `a, b, or c`. */
function either(choices: readonly string[]): string {
  if (choices.length <= 2) return choices.join(" or ");
  return `${choices.slice(0, -1).join(", ")}, or ${choices.at(-1)}`;
}

function shown(value: unknown): string {
  const json = JSON.stringify(value) ?? "undefined";
  return json.length > MAX_SHOWN ? `${json.slice(0, MAX_SHOWN - 3)}...` : json;
}
