/**
 * A TSDoc comment.
 *
 * @param paragraphs those that are empty are left out
 * @param indent what every line begins with
 */
export function comment(paragraphs: string[], indent: string): string {
  const text = paragraphs
    .filter((paragraph) => paragraph.trim() !== "")
    .map((paragraph) => paragraph.trim().replaceAll("*/", "*\\/"))
    .join("\n\n");
  if (!text.includes("\n")) return `${indent}/** ${text} */`;
  const lines = text.split("\n").map((line) => `${indent} * ${line}`.trimEnd());
  return [`${indent}/**`, ...lines, `${indent} */`].join("\n");
}
