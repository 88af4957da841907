import {
  type Bundle,
  deref,
  escapePointer,
  type Operation,
  type Schema,
  type Webhook,
} from "@notional/checker";

/** Which way a value goes: schemas of requests and of answers are covered apart. */
export type Direction = "request" | "response";

/** Something small that the document has and that traffic shows or does not. */
export interface Element {
  kind: "member" | "constant" | "property";
  direction: Direction;
  /** The named schema that it is in, or the operation where there is none. */
  schema: string;
  /** What to call it there: the member's name, the value, or the property. */
  name: string;
}

/** A way into the schemas of a bundle: the body of a request or of an answer. */
export interface Root {
  direction: Direction;
  /** What to call the schema where it has no name. */
  name: string;
  schema: Schema;
}

/** The key of an element, the same in the list of all and in what was seen. */
export function keyOf({ kind, direction, schema, name }: Element): string {
  return JSON.stringify([direction, kind, schema, name]);
}

/** The bodies that an operation takes, by content type. */
export function requestRoot(
  operation: Operation | Webhook,
  contentType = "application/json",
): Root | undefined {
  const schema = operation.requestBody?.content[essence(contentType)]?.schema;
  return schema && { direction: "request", name: operation.operationId, schema };
}

/** The body that an operation answers with. */
export function responseRoot(operation: Operation, status: number, contentType: string): Root | undefined {
  const schema = operation.responses[status]?.content?.[essence(contentType)]?.schema;
  return schema && { direction: "response", name: operation.operationId, schema };
}

/** Every element that can be reached from the given roots, each once. */
export function elementsOf(bundle: Bundle, roots: Root[]): Map<string, Element> {
  const elements = new Map<string, Element>();
  const visited = new Set<string>();
  const add = (element: Element) => elements.set(keyOf(element), element);
  const visit = (node: Schema, name: string, at: string, direction: Direction): void => {
    const place = placeOf(node, name, at);
    const key = `${direction} ${place.name} ${place.at}`;
    if (visited.has(key)) return;
    visited.add(key);
    const schema = deref(bundle, node) as Schema;
    for (const element of ownElements(bundle, schema, place, direction)) add(element);
    for (const [child, below] of childrenOf(schema))
      visit(child, place.name, `${place.at}${below}`, direction);
  };
  for (const { schema, name, direction } of roots) visit(schema, name, "", direction);
  return elements;
}

/** A named schema begins a place of its own. */
export function placeOf(node: Schema, name: string, at: string): { name: string; at: string } {
  if (typeof node.$ref !== "string") return { name, at };
  return { name: node.$ref.slice(node.$ref.lastIndexOf("/") + 1), at: "" };
}

/** The elements that a schema itself has. What is required is there anyway, and says nothing. */
export function ownElements(
  bundle: Bundle,
  schema: Schema,
  { name, at }: { name: string; at: string },
  direction: Direction,
): Element[] {
  const element = (kind: Element["kind"], own: string) => ({
    kind,
    direction,
    schema: name,
    name: `${at}${own}`,
  });
  const required = new Set((schema.required ?? []) as string[]);
  const properties = Object.keys((schema.properties ?? {}) as object).filter(
    (property) => !required.has(property),
  );
  return [
    ...properties.map((property) => element("property", `/${escapePointer(property)}`)),
    ...("const" in schema ? [element("constant", `=${String(schema.const)}`)] : []),
    ...((schema.enum ?? []) as unknown[]).map((value) => element("constant", `=${String(value)}`)),
    ...unionOf(schema).map((member, index) => element("member", `|${memberName(bundle, member, index)}`)),
  ];
}

/** The members of a union. */
export function unionOf(schema: Schema): Schema[] {
  return [...((schema.oneOf ?? []) as Schema[]), ...((schema.anyOf ?? []) as Schema[])];
}

/** What to call a member: the name of its schema, or its type. */
export function memberName(bundle: Bundle, member: Schema, index: number): string {
  if (typeof member.$ref === "string") return placeOf(member, "", "").name;
  return String(deref(bundle, member).type ?? index);
}

/** The schemas directly below one, with what is added to the place. */
function childrenOf(schema: Schema): [schema: Schema, below: string][] {
  const properties = Object.entries((schema.properties ?? {}) as Record<string, Schema>);
  return [
    ...properties.map(([name, child]) => [child, `/${escapePointer(name)}`] as [Schema, string]),
    ...(["items", "additionalProperties"] as const)
      .filter((key) => typeof schema[key] === "object" && schema[key] !== null)
      .map((key) => [schema[key] as Schema, key === "items" ? "[]" : "/*"] as [Schema, string]),
    ...[...((schema.allOf ?? []) as Schema[]), ...unionOf(schema)].map(
      (child) => [child, ""] as [Schema, string],
    ),
  ];
}

function essence(contentType: string): string {
  return contentType.split(";")[0]?.trim() ?? "";
}
