import type { FunctionDefinition } from "../src/index.ts";

/** The functions of a group as the guide has them: a Markdown table with aligned columns. */
export function functionTable(definitions: readonly FunctionDefinition[]): string {
  const rows = definitions.map(({ signature, description, examples: [example] }) => [
    `\`${signature}\``,
    description,
    example ? `\`${example[0]}\` is ${example[1] === "" ? "empty" : `\`${example[1]}\``}` : "",
  ]);
  return markdownTable(["function", "gives", "example"], rows);
}

function markdownTable(head: string[], rows: string[][]): string {
  const escaped = [head, ...rows].map((row) => row.map((cell) => cell.replaceAll("|", "\\|")));
  const widths = head.map((_, column) => Math.max(...escaped.map((row) => row[column]?.length ?? 0)));
  const lines = escaped.map(
    (row) => `| ${row.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join(" | ")} |`,
  );
  lines.splice(1, 0, `| ${widths.map((width) => "-".repeat(width)).join(" | ")} |`);
  return lines.join("\n");
}
