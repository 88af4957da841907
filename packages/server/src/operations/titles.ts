import type {
  DatabaseDocument,
  DataSourceDocument,
  PageDocument,
  StoredRichText,
} from "../store/documents.ts";
import type { Node } from "../store/tables.ts";

/** Rich text without formatting. Mentions of users and pages count by their ids only, because names change. */
export function plainText(items: readonly StoredRichText[]): string {
  return items
    .map((item) => {
      if (item.type === "text") return item.text.content;
      return item.type === "equation" ? item.equation.expression : "";
    })
    .join("");
}

/** The title of a page. */
export function titleOf(document: PageDocument): StoredRichText[] {
  const value = document.properties.title;
  return value?.type === "title" ? value.title : [];
}

/** The title of a page, database or data source as plain text; empty when it has none. */
export function pageTitle(node: Node): string {
  if (node.kind === "page") return plainText(titleOf(JSON.parse(node.document) as PageDocument));
  if (node.kind === "block") return "";
  return plainText((JSON.parse(node.document) as DatabaseDocument | DataSourceDocument).title);
}

/** A title as it is searched: case does not matter. PostgreSQL has no NUL in texts. */
export const foldTitle = (title: string): string => title.normalize("NFC").toLowerCase().replaceAll("\0", "");
