export { markdownToRichText } from "./helpers/markdown-to-rich-text.ts";
export { richTextToMarkdown } from "./helpers/rich-text-to-markdown.ts";
