import ts from "typescript";

/**
 * Rewrites the comments that openapi-typescript leaves on its nodes as TSDoc: the description is plain text
 * and comes first, and what the type itself says (`@enum`, `@constant`) is left out.
 */
export function tidyComments(node: ts.Node): void {
  const comments = ts.getSyntheticLeadingComments(node);
  if (comments) {
    const tidied = comments.map((comment) => ({ ...comment, text: tidyComment(comment.text) }));
    ts.setSyntheticLeadingComments(
      node,
      tidied.filter((comment) => comment.text !== ""),
    );
  }
  ts.forEachChild(node, tidyComments);
}

/** @param text a comment without its outer slashes and stars, as the compiler keeps it: `* @description A page. ` */
export function tidyComment(text: string): string {
  const prose: string[] = [];
  const tags: string[] = [];
  for (const item of readItems(text)) {
    if (/^@(enum|constant)\b/.test(item)) continue;
    if (item.startsWith("@description ")) prose.push(item.slice("@description ".length));
    else if (item.startsWith("@")) tags.push(item);
    else prose.push(item);
  }
  // "Format: uuid" comes before the description; what a thing is should be read first.
  prose.sort((one, other) => Number(one.startsWith("Format: ")) - Number(other.startsWith("Format: ")));
  const paragraphs = [...prose, ...(tags.length > 0 ? [tags.join("\n")] : [])];
  const lines = paragraphs.join("\n\n").split("\n");
  if (lines.length === 1) return lines[0] === "" ? "" : `* ${lines[0]} `;
  return `*\n${lines.map((line) => ` * ${line}`.trimEnd()).join("\n")}\n `;
}

/** The tags and paragraphs of a comment; openapi-typescript indents what continues one by four more spaces. */
function readItems(text: string): string[] {
  const items: string[] = [];
  for (const line of text.replace(/^\*/, "").split("\n")) {
    const content = line.replace(/^ \* ?/, "").trimEnd();
    const isContinued = content.startsWith("    ") || (content === "" && items.length > 0);
    if (isContinued) items.push(`${items.pop()}\n${content.slice(4)}`);
    else if (content.trim() !== "") items.push(content.trim());
  }
  return items.map((item) => item.trimEnd());
}
