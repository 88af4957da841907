import type { Json } from "@notional/redocly-plugin";
import { isObject } from "@notional/redocly-plugin";
import { keysOf } from "./pointer.ts";
import type { Difference } from "./redocly-diff.ts";

/**
 * A difference as a sentence for whoever uses the API.
 *
 * @param pointer where it is, from the root of its document
 */
export function describe({ kind, verdicts, base, revision }: Difference, pointer: string): string {
  const keys = keysOf(pointer);
  if (verdicts.length > 0) return withSubject(verdicts.map(({ message }) => message).join(" "), keys);
  const what = nameOf(keys, (revision ?? base)?.value);
  if (kind !== "modified") return `${what} was ${kind}.`;
  const [before, after] = [base?.value, revision?.value];
  if (Array.isArray(before) && Array.isArray(after)) return `${what}${lists(before, after)}.`;
  if (before === undefined || before === null) return `${what} was added: ${show(after)}.`;
  if (after === undefined || after === null) return `${what} was removed; it was ${show(before)}.`;
  if (typeof before === "string" && before.includes(" ")) return `${what} was rewritten.`;
  return `${what} changed from ${show(before)} to ${show(after)}.`;
}

/** Redocly names the property alone, of which there are many with that name. */
function withSubject(text: string, [root, section = "", name = ""]: string[]): string {
  const subjects: Record<string, string> = {
    components: name,
    paths: `${name.toUpperCase()} ${section}`.trim(),
    webhooks: section,
  };
  const subject = `\`${subjects[root ?? ""]}\``;
  return root === undefined || !(root in subjects) || text.includes(subject) ? text : `${subject}: ${text}`;
}

function lists(before: Json[], after: Json[]): string {
  const missing = (from: Json[], other: Json[]) => from.filter((value) => !other.includes(value)).map(show);
  const [added, removed] = [missing(after, before), missing(before, after)];
  if (added.length === 0 && removed.length === 0) return " has another order";
  const parts = [
    added.length > 0 ? `gained ${added.join(", ")}` : "",
    removed.length > 0 ? `lost ${removed.join(", ")}` : "",
  ];
  return ` ${parts.filter(Boolean).join(" and ")}`;
}

/** Sections of a document, and what one of them is called. */
const PLACES: Record<string, string> = {
  schemas: "Schema",
  parameters: "Parameter",
  responses: "Response",
  headers: "Header",
  examples: "Example",
  securitySchemes: "Security scheme",
  webhooks: "Webhook",
  paths: "Path",
  properties: "Property",
  content: "Media type",
};

/** What stands at some keys, as people call it: ``Property `url` of `Page` ``, ``Status `404` of `retrievePage` ``. */
function nameOf(keys: string[], value: Json | undefined): string {
  const last = keys.at(-1) ?? "";
  const section = keys.at(-2) ?? "";
  const owner = ownerOf(keys);
  if (keys[0] === "paths" && keys.length === 3) return `Operation ${operationName(keys, value)}`;
  const isName = section === "properties" && keys.at(-3) !== "properties";
  if (keys.length === 2 && keys[0] !== "components") return `${PLACES[section] ?? "Part"} \`${last}\``;
  if (keys.length === 3 && keys[0] === "components") return `${PLACES[section] ?? "Component"} \`${last}\``;
  if (section === "responses" && /^\dXX$|^\d{3}$/.test(last)) return `Status \`${last}\` of ${owner}`;
  if (section === "parameters" && isObject(value))
    return `Parameter \`${value.name ?? value.$ref}\` of ${owner}`;
  if (["oneOf", "anyOf", "allOf"].includes(section)) return `Member ${memberName(value, last)} of ${owner}`;
  if (isName || (section in PLACES && section !== "properties"))
    return `${PLACES[section]} \`${last}\` of ${owner}`;
  return `\`${last}\` of ${owner}`;
}

function operationName(keys: string[], value: Json | undefined): string {
  const id = isObject(value) ? value.operationId : undefined;
  return `\`${id ?? `${keys[2]?.toUpperCase()} ${keys[1]}`}\``;
}

/** A member of a union has no name where it is used: its title, or its tag, or its position. */
function memberName(value: Json | undefined, position: string): string {
  if (!isObject(value)) return position;
  if (typeof value.$ref === "string") return `\`${keysOf(value.$ref).at(-1)}\``;
  const tag = isObject(value.properties) && isObject(value.properties.type) ? value.properties.type : {};
  const name = value.title ?? [tag.enum].flat()[0] ?? value.type;
  return typeof name === "string" ? `\`${name}\`` : position;
}

/** The component, operation or webhook that something stands in, and the property of it. */
function ownerOf(keys: string[]): string {
  const [root, name] = [keys[0], keys[2]];
  if (keys.length < 4) return root === "info" ? "the document" : `\`${keys.slice(0, -1).join("/")}\``;
  const within = keys
    .slice(3, -1)
    .flatMap((key, index, rest) => (rest[index - 1] === "properties" ? [key] : []));
  const owner = root === "paths" ? `${name?.toUpperCase()} ${keys[1]}` : root === "webhooks" ? keys[1] : name;
  return `\`${[owner, ...within].join(".")}\``;
}

function show(value: Json | undefined): string {
  const text = JSON.stringify(value) ?? "nothing";
  return `\`${text.length > 60 ? `${text.slice(0, 57)}...` : text}\``;
}
