import type { Context } from "../../context.ts";
import { undashed } from "../../uuid.ts";

/**
 * Where a page is in the app. Recorded: the words of the title, as far as they are written in ASCII, and the id.
 *
 * @param title Plain text.
 */
export function pageUrl(id: string, title: string, { settings }: Context): string {
  const words = title.match(/\w+/g) ?? [];
  return `${settings.webUrl}/${[...words, undashed(id)].join("-")}`;
}
