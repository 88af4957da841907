import type { Cell } from "./cover.ts";

/**
 * Draws the coverage as a table of operations by versions: `12/12` statuses, the missing ones named.
 * `-` is an operation that the version does not have, `NONE` one that was not exercised at all.
 */
export function table(cells: Cell[]): string {
  const versions = [...new Set(cells.map((cell) => cell.version))].sort();
  const operations = [...new Set(cells.map((cell) => cell.operationId))].sort();
  const rows = operations.map((operationId) => [
    operationId,
    ...versions.map((version) => {
      const cell = cells.find(
        (candidate) => candidate.version === version && candidate.operationId === operationId,
      );
      return cell ? text(cell) : "-";
    }),
  ]);
  const lines = [
    ["operation", ...versions],
    ...rows,
    ["statuses exercised", ...versions.map((v) => total(cells, v))],
  ];
  const widths =
    lines[0]?.map((_, column) => Math.max(...lines.map((line) => line[column]?.length ?? 0))) ?? [];
  return lines
    .map((line) =>
      line
        .map((cell, column) => cell.padEnd(widths[column] ?? 0))
        .join("  ")
        .trimEnd(),
    )
    .join("\n");
}

function text(cell: Cell): string {
  if (cell.exercised.length === 0) return "NONE";
  const share = `${cell.exercised.length}/${cell.documented.length}`;
  return cell.missing.length > 0 ? `${share} without ${cell.missing.join(" ")}` : share;
}

function total(cells: Cell[], version: string): string {
  const of = cells.filter((cell) => cell.version === version);
  const sum = (key: "documented" | "exercised") => of.reduce((count, cell) => count + cell[key].length, 0);
  return `${sum("exercised")}/${sum("documented")}`;
}
