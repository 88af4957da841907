import type { StoredProperty } from "../../../store/documents.ts";
import { findProperty } from "../find.ts";

/** A string literal, or a reference to a property by its name. Literals come first where both could begin. */
const LITERAL_OR_REFERENCE = /"(?:[^"\\]|\\.)*"|\bprop\(\s*"((?:[^"\\]|\\.)*)"\s*\)/g;

/**
 * A formula as it is kept and answered: what it refers to stands there by id, so that it survives renaming.
 * Recorded: `prop("Name")` comes back as `{{notion:block_property:<id>:<data source>:<workspace>}}`.
 */
export function storedExpression(
  expression: string,
  properties: readonly StoredProperty[],
  dataSourceId: string,
  workspaceId: string,
): string {
  return expression.replaceAll(LITERAL_OR_REFERENCE, (whole: string, name: string | undefined) => {
    if (name === undefined) return whole;
    const property = findProperty(properties, name.replaceAll(/\\(.)/g, "$1"));
    if (!property) return whole;
    return `{{notion:block_property:${encodeURIComponent(property.id)}:${dataSourceId}:${workspaceId}}}`;
  });
}
