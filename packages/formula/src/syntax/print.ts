import type { Expression, PropertyReference } from "./expression.ts";

/** How properties are written. */
export interface PrintOptions {
  /**
   * "names" for `prop("Name")`, "ids" for `{{notion:block_property:…}}`. Unless told, the id where one is known. A form
   * that a reference cannot take (a name that was never looked up) gives way to the other.
   */
  references?: "names" | "ids";
  /** Id of the workspace, for references that do not bring one. */
  space?: string;
}

/** What the API writes in place of an id that it does not tell. */
const NIL = "00000000-0000-0000-0000-000000000000";

/**
 * Writes a formula as the API does: one space around operators, none inside brackets, brackets around each operation
 * inside another, comments and line breaks gone. `parse` reads the same tree from it.
 */
export function print(expression: Expression, options: PrintOptions = {}): string {
  const write = (node: Expression): string => {
    switch (node.kind) {
      case "literal":
        return typeof node.value === "string" ? quote(node.value) : String(node.value);
      case "list":
        return `[${node.items.map(write).join(", ")}]`;
      case "property": {
        const reference = writeReference(node.reference, options);
        return node.of ? `${operand(node.of)}.${reference}` : reference;
      }
      case "name":
        return node.name;
      case "call": {
        const [first, ...others] = node.arguments;
        if (!node.method || !first) return `${node.name}(${node.arguments.map(write).join(", ")})`;
        return `${operand(first)}.${node.name}(${others.map(write).join(", ")})`;
      }
      case "unary":
        return `${node.operator}${node.operator === "not" ? " " : ""}${operand(node.operand)}`;
      case "binary":
        return `${leftOf(node.operator, node.left)} ${node.operator} ${rightOf(node.right)}`;
      case "conditional":
        return `${operand(node.condition)} ? ${write(node.whenTrue)} : ${write(node.whenFalse)}`;
    }
  };
  const operand = (node: Expression) => (isOperation(node) ? `(${write(node)})` : write(node));
  const rightOf = (node: Expression) => (node.kind === "unary" ? write(node) : operand(node));
  const leftOf = (operator: string, node: Expression) => (operator === "^" ? operand(node) : rightOf(node));
  return write(expression);
}

function isOperation(node: Expression): boolean {
  return node.kind === "unary" || node.kind === "binary" || node.kind === "conditional";
}

function writeReference(reference: PropertyReference, { references, space }: PrintOptions): string {
  const byName = reference.name !== null && (references === "names" || reference.id === null);
  if (byName || reference.id === null) return `prop(${quote(reference.name ?? "")})`;
  const parts = [
    encodeURIComponent(reference.id),
    reference.source || NIL,
    (reference.space ?? space) || NIL,
  ];
  return `{{notion:block_property:${parts.join(":")}}}`;
}

function quote(text: string): string {
  const escaped = text
    .replaceAll("\\", "\\\\")
    .replaceAll('"', '\\"')
    .replaceAll("\n", "\\n")
    .replaceAll("\t", "\\t")
    .replaceAll("\r", "\\r");
  return `"${escaped}"`;
}
