/** Query parameters that are something else than text. */
export type QueryReading = Readonly<Record<string, "number" | "boolean" | "array">>;

/**
 * Reads a query string as its parameters say. `name[]` and `name[0]` are `name`; a comma is part of a value. What
 * cannot be read stays text, nothing becomes 0, and a parameter that comes twice becomes a list, so that the schema
 * refuses all three.
 */
export function readQuery(pairs: [string, string][], reading: QueryReading): Record<string, unknown> {
  if (pairs.length === 0) return {};
  const named = Map.groupBy(pairs, ([key]) => nameOf(key, reading));
  const values = [...named].map(([name, list]) => {
    const texts = list.map(([, text]) => text);
    return [name, readValue(texts, Object.hasOwn(reading, name) ? reading[name] : undefined)];
  });
  return Object.fromEntries(values);
}

/** Only a list may be written with brackets. */
function nameOf(key: string, reading: QueryReading): string {
  const name = key.replace(/\[\d*\]$/, "");
  return Object.hasOwn(reading, name) && reading[name] === "array" ? name : key;
}

function readValue(texts: string[], type: QueryReading[string] | undefined): unknown {
  if (type === "array") return texts;
  const [text = ""] = texts;
  if (texts.length > 1) return texts;
  // What JavaScript makes of it. Measured of `block_id`:
  // https://github.com/brekkylab/backlot/blob/03916c5b/backlot/routers/notion.py
  if (text.trim() === "") return 0;
  if (type === "number" && /^-?\d+(\.\d+)?$/.test(text)) return Number(text);
  if (type === "boolean" && (text === "true" || text === "false")) return text === "true";
  return text;
}
