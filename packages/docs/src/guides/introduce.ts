import { address } from "./page.ts";
import type { GuideGroup } from "./read.ts";

/** What the reference says of the guides in its introduction, as Markdown. */
export function introduce(groups: readonly GuideGroup[]): string {
  const lines = groups.map(({ title, guides }) => {
    const links = guides.map((guide) => `[${guide.title}](${address(guide)})`);
    return `- ${title}: ${links.join(", ")}`;
  });
  return `## Guides\n\nHow the API works, a subject a page:\n\n${lines.join("\n")}\n`;
}
