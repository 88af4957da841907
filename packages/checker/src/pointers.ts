import { type Bundle, escapePointer } from "./bundle.ts";

/** Where each object of a bundle stands, as a JSON pointer without the leading `#`. */
export function schemaPointers(bundle: Bundle): Map<unknown, string> {
  const pointers = new Map<unknown, string>();
  const visit = (node: unknown, pointer: string) => {
    if (typeof node !== "object" || node === null || pointers.has(node)) return;
    pointers.set(node, pointer);
    for (const [key, child] of Object.entries(node)) visit(child, `${pointer}/${escapePointer(key)}`);
  };
  visit(bundle, "");
  return pointers;
}
