/** What a request's `Prefer` header asks of the mock. */
export interface Preferences {
  code?: number;
  exampleKey?: string;
  dynamic?: boolean;
  seed?: string;
}

/**
 * Reads `Prefer: code=404, example=object_not_found`, separated by commas or semicolons as Prism does.
 * What it does not know it leaves, because `Prefer` has uses of its own in HTTP.
 *
 * @throws RangeError when a value cannot be meant.
 */
export function parsePrefer(header: string | undefined): Preferences {
  const preferences: Preferences = {};
  for (const part of (header ?? "").split(/[,;]/)) {
    const [name = "", ...rest] = part.split("=");
    const value = rest
      .join("=")
      .trim()
      .replace(/^"(.*)"$/, "$1");
    switch (name.trim().toLowerCase()) {
      case "code":
        if (!/^[1-5]\d\d$/.test(value)) throw new RangeError(`Prefer: code=${value} is not a status code.`);
        preferences.code = Number(value);
        break;
      case "example":
        preferences.exampleKey = value;
        break;
      case "dynamic":
        if (value !== "true" && value !== "false") throw new RangeError("Prefer: dynamic is true or false.");
        preferences.dynamic = value === "true";
        break;
      case "seed":
        preferences.seed = value;
        break;
    }
  }
  return preferences;
}
