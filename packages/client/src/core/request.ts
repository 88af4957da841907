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
export function buildRequest(baseUrl: string, { path, query, body }: Operation, parameters: object): Built {
  const values = parameters as Record<string, unknown>;
  let url = baseUrl;
  for (let index = 0; index < path.length; index += 1) {
    const piece = path[index] as string;
    url += index % 2 === 0 ? piece : pathValue(piece, values[piece]);
  }
  const fields: Record<string, unknown> = {};
  let separator = "?";
  for (const name of Object.keys(values)) {
    const value = values[name];
    if (value === undefined || path.includes(name)) continue;
    if (body && !query?.includes(name)) fields[name] = value;
    else {
      for (const pair of queryPairs(name, value)) {
        url += separator + pair;
        separator = "&";
      }
    }
  }
  return { url, body: body && (body === "json" ? JSON.stringify(fields) : form(fields)) };
}

function pathValue(name: string, value: unknown): string {
  if (typeof value !== "string" || value === "") throw new TypeError(`\`${name}\` is missing.`);
  return encodeURIComponent(decode(value));
}

/** Arrays are repeated keys: `?a=1&a=2`. */
function queryPairs(name: string, value: unknown): string[] {
  const all = Array.isArray(value) ? value.map((one) => decode(String(one))) : [String(value)];
  return all.map((one) => `${encodeURIComponent(name)}=${encodeURIComponent(one)}`);
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
    // Which says what is not a Blob as a string, by itself.
    data.append(name, value as string | Blob);
  }
  return data;
}
