import type { Cell } from "./cover.ts";
import type { Depth } from "./depth.ts";

/** What is counted, each a share of what the documents of all versions have. */
export type Measure =
  | "operations"
  | "success statuses"
  | "failure statuses"
  | "error codes"
  | "block types in requests"
  | "block types in responses"
  | "property types in requests"
  | "property types in responses"
  | "union members"
  | "constants"
  | "optional properties";

/** Members of unions that no answer shows: a rollup by itself is always a list, and @notionhq/client has it as an item. */
const NEVER = new Set(["|RollupPropertyItem"]);

/** How much of a measure a run has shown. */
export interface Share {
  measure: Measure;
  seen: number;
  total: number;
  /** What was not shown, each with its version. */
  missing: string[];
}

/** Counts what a run has shown. */
export function measure(cells: Cell[], depths: Depth[]): Share[] {
  const statuses = (isWanted: (status: number) => boolean) =>
    cells.flatMap(({ operationId, version, documented, exercised }) =>
      documented
        .filter(isWanted)
        .map((status) => ({ name: `${operationId} ${status}`, version, seen: exercised.includes(status) })),
    );
  const elements = (isWanted: (depth: Depth) => boolean) =>
    depths
      .filter(isWanted)
      .map((depth) => ({ ...depth, name: `${depth.direction} ${depth.schema}${depth.name}` }));
  const types = (unions: string[]) =>
    elements(
      ({ kind, schema, name }) =>
        kind === "member" && unions.includes(schema) && !unions.includes(name.slice(1)) && !NEVER.has(name),
    );
  return [
    share(
      "operations",
      cells.map(({ operationId, version, exercised }) => ({
        name: operationId,
        version,
        seen: exercised.length > 0,
      })),
    ),
    share(
      "success statuses",
      statuses((status) => status < 300),
    ),
    share(
      "failure statuses",
      statuses((status) => status >= 300),
    ),
    // Those of the envelope. What a task says of its own failure is no answer of an operation.
    share(
      "error codes",
      elements(
        ({ kind, schema, name }) =>
          kind === "constant" && /(?<!Task)Error$/.test(schema) && name.startsWith("/code="),
      ),
    ),
    share("block types in requests", types(["BlockRequest", "NestedBlockRequest", "UpdateBlockBody"])),
    share("block types in responses", types(["Block"])),
    share(
      "property types in requests",
      // A filter is in the answers too, of views: those that were sent.
      types([
        "PropertyConfigRequest",
        "PropertyConfigUpdateRequest",
        "PropertyValueRequest",
        "PropertyFilter",
      ]).filter(({ direction }) => direction === "request"),
    ),
    share(
      "property types in responses",
      types(["PropertyConfig", "PropertyValue", "PropertyItem", "RollupElement"]),
    ),
    share(
      "union members",
      elements(({ kind }) => kind === "member"),
    ),
    share(
      "constants",
      elements(({ kind }) => kind === "constant"),
    ),
    share(
      "optional properties",
      elements(({ kind }) => kind === "property"),
    ),
  ];
}

function share(measure: Measure, counted: { name: string; version: string; seen: boolean }[]): Share {
  const missing = counted.filter(({ seen }) => !seen);
  return {
    measure,
    seen: counted.length - missing.length,
    total: counted.length,
    missing: missing.map(({ name, version }) => `${name} (${version})`),
  };
}
