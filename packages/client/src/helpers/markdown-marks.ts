import type { Schema } from "@notional/openapi-types";

type Item = Schema<"RichTextItemRequest">;
type Mark = "bold" | "italic" | "strikethrough";

/** A sign that may begin or end a formatting. */
export interface Sign {
  marks: Mark[];
  canOpen: boolean;
  canClose: boolean;
  /** What it is where it does neither: text in the link and the colours around it. */
  asText(content: string): Item;
}

export type Token = { item: Item } | Sign;

/** What signs mean in Markdown. */
export const MARKS_OF: Record<string, Mark[]> = {
  "*": ["italic"],
  "**": ["bold"],
  "***": ["bold", "italic"],
  "~~": ["strikethrough"],
};

const SIGNS: Record<Mark, string> = { bold: "**", italic: "*", strikethrough: "~~" };

/**
 * Turns signs into annotations: each begins what is not begun, and ends what is. A sign that does neither is text.
 *
 * @param tokens what stands side by side, in one link or span or outside of all
 */
export function withMarks(tokens: Token[]): Item[] {
  const used = pairs(tokens);
  const on = new Set<Mark>();
  const annotated = (item: Item): Item => {
    const annotations = { ...Object.fromEntries([...on].map((mark) => [mark, true])), ...item.annotations };
    return { ...item, ...(Object.keys(annotations).length > 0 && { annotations }) };
  };
  return tokens.map((token) => {
    if ("item" in token) return annotated(token.item);
    const marks = used.get(token) ?? [];
    for (const mark of marks) if (!on.delete(mark)) on.add(mark);
    const left = token.marks.filter((mark) => !marks.includes(mark));
    return annotated(token.asText(left.map((mark) => SIGNS[mark]).join("")));
  });
}

/** Which marks of a sign have another sign at their other end. */
function pairs(tokens: Token[]): Map<Token, Mark[]> {
  const used = new Map<Token, Mark[]>();
  const begun = new Map<Mark, Token>();
  for (const token of tokens) {
    if ("item" in token) continue;
    for (const mark of token.marks) {
      const start = begun.get(mark);
      if (start && token.canClose) {
        used.set(start, [...(used.get(start) ?? []), mark]);
        used.set(token, [...(used.get(token) ?? []), mark]);
        begun.delete(mark);
      } else if (!start && token.canOpen) begun.set(mark, token);
    }
  }
  return used;
}
