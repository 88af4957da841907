import type { Operation } from "../operation.ts";

/** What goes over the wire. */
export interface Built {
  url: string;
  body: string | FormData | undefined;
}

/**
 * Puts parameters where they belong: into the path, the query or the body.
 *
 * @param baseUrl without a slash at its end
 * @param parameters those that are undefined are left out
 * @throws {TypeError} when one is missing in the path
 */
export function buildRequest(baseUrl: string, operation: Operation, parameters: object): Built {
  const { body: kind, query = [] } = operation;
  const rest: Record<string, unknown> = { ...parameters };
  const path = operation.path.replace(/\{(\w+)\}/g, (_, name: string) => {
    const value = rest[name];
    delete rest[name];
    if (typeof value !== "string" || value === "") throw new TypeError(`\`${name}\` is missing.`);
    return encodeURIComponent(decode(value));
  });
  const search = takeQuery(rest, kind ? query : Object.keys(rest));
  return {
    url: baseUrl + path + search,
    body: kind && (kind === "json" ? JSON.stringify(rest) : form(rest)),
  };
}

/** Takes what is in the query out of the parameters. Arrays are repeated keys: `?a=1&a=2`. */
function takeQuery(parameters: Record<string, unknown>, names: readonly string[]): string {
  const pairs: string[] = [];
  for (const name of names) {
    const value = parameters[name];
    delete parameters[name];
    if (value === undefined) continue;
    const all = Array.isArray(value) ? value.map((one) => decode(String(one))) : [String(value)];
    for (const one of all) pairs.push(`${encodeURIComponent(name)}=${encodeURIComponent(one)}`);
  }
  return pairs.length > 0 ? `?${pairs.join("&")}` : "";
}

/** Ids of properties are encoded in answers already (`%3AUj%3B`) and must not be so twice. */
function decode(value: string): string {
  if (!value.includes("%")) return value;
  try {
    return decodeURIComponent(value);
  } catch {
    return value;
  }
}

function form(fields: Record<string, unknown>): FormData {
  const data = new FormData();
  for (const [name, value] of Object.entries(fields)) {
    if (value instanceof Blob) data.append(name, value);
    else if (value !== undefined) data.append(name, String(value));
  }
  return data;
}
