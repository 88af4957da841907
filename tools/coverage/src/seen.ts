import { type Checker, deref, escapePointer, type Schema } from "@notional/checker";
import { keyOf, ownElements, placeOf, type Root, unionOf } from "./elements.ts";

/**
 * Notes which elements of the schemas a value shows.
 *
 * @param checker of the bundle that the schemas are of; it says which member of a union fits where tags do not
 * @param root where the value stands
 * @param seen what was noted so far, added to
 */
export function noteSeen(
  checker: Checker,
  { schema, name, direction }: Root,
  value: unknown,
  seen: Set<string>,
): void {
  const { bundle } = checker;
  const visit = (node: Schema, around: string, before: string, value: unknown): void => {
    const place = placeOf(node, around, before);
    const own = deref(bundle, node) as Schema;
    const isShown = (kind: string, shown: string) => {
      if (kind === "constant") return shown === `${place.at}=${String(value)}`;
      if (kind === "property")
        return Object.keys(Object(value)).some((key) => shown === `${place.at}/${escapePointer(key)}`);
      return false;
    };
    const elements = ownElements(bundle, own, place, direction);
    for (const element of elements) if (isShown(element.kind, element.name)) seen.add(keyOf(element));
    const members = unionOf(own);
    const names = elements.filter(({ kind }) => kind === "member");
    for (const index of fitting(checker, members, value)) {
      const element = names[index];
      if (element) seen.add(keyOf(element));
      visit(members[index] as Schema, place.name, place.at, value);
    }
    for (const part of (own.allOf ?? []) as Schema[]) visit(part, place.name, place.at, value);
    if (Array.isArray(value)) {
      if (own.items) for (const item of value) visit(own.items as Schema, place.name, `${place.at}[]`, item);
    } else if (typeof value === "object" && value !== null) {
      const properties = (own.properties ?? {}) as Record<string, Schema>;
      for (const [key, inner] of Object.entries(value)) {
        const declared = Object.hasOwn(properties, key) ? properties[key] : undefined;
        if (declared) visit(declared, place.name, `${place.at}/${escapePointer(key)}`, inner);
        else if (typeof own.additionalProperties === "object") {
          visit(own.additionalProperties as Schema, place.name, `${place.at}/*`, inner);
        }
      }
    }
  };
  visit(schema, name, "", value);
}

/** Which members of a union a value is of: what tags and types leave, and the checker decides where that is not one. */
function fitting(checker: Checker, members: Schema[], value: unknown): number[] {
  const likely = members.flatMap((member, index) => (mayFit(checker, member, value) ? [index] : []));
  if (likely.length < 2) return likely;
  const fits = likely.filter((index) => {
    const { $ref } = members[index] as { $ref?: string };
    return $ref === undefined || checker.check($ref.slice(1), value).length === 0;
  });
  return fits.length > 0 ? fits.slice(0, 1) : [];
}

function mayFit({ bundle }: Checker, member: Schema, value: unknown): boolean {
  const schema = deref(bundle, member) as Schema;
  if ("const" in schema && schema.const !== value) return false;
  if (typeof schema.type === "string" && !isOfType(schema.type, value)) return false;
  if (typeof value !== "object" || value === null || Array.isArray(value)) return true;
  const required = (schema.required ?? []) as string[];
  if (required.some((key) => !Object.hasOwn(value, key))) return false;
  const tags = Object.entries((schema.properties ?? {}) as Record<string, Schema>);
  return tags.every(
    ([key, property]) => !("const" in property) || !(key in value) || property.const === Object(value)[key],
  );
}

function isOfType(type: string, value: unknown): boolean {
  if (type === "null") return value === null;
  if (type === "array") return Array.isArray(value);
  if (type === "object") return typeof value === "object" && value !== null && !Array.isArray(value);
  if (type === "integer" || type === "number") return typeof value === "number";
  return typeof value === type;
}
