import type { Ids } from "./ids.ts";

/** Under these keys stand moments at which something happened; elsewhere times are values of users. */
const TIME_KEYS = new Set(["created_time", "last_edited_time"]);

/** Where Notion says that pages are: the host has changed while recordings were made. */
const WEB_HOST = /^https:\/\/(?:www\.notion\.so|app\.notion\.com\/p|notion\.so)\//;

/** Files that Notion hosts: the address is signed anew at each read. */
const SIGNATURE = /^(https:\/\/[^?]*(?:amazonaws\.com|file\.notion\.so|notion-static\.com)[^?]*)\?.*$/;

/**
 * A text without what two servers cannot have in common. Ids are those of the target in both.
 *
 * @param key What it stands under.
 * @param precise Whether the recorded time tells seconds; one that does not has to be told so.
 */
export function normalise(key: string, text: string, precise: boolean): string {
  if (key === "expiry_time") return "<a time>";
  if (TIME_KEYS.has(key) && precise) return text.replace(/:\d\d\.\d{3}/, ":00.000");
  return text.replace(WEB_HOST, "<web>/").replace(SIGNATURE, "$1?<signature>");
}

/** Whether two texts under the same key say the same. */
export function sameText(key: string, recorded: string, ours: string, ids: Ids): boolean {
  if (recorded === ours) return true;
  const precise = !recorded.includes(":00.000");
  return normalise(key, ids.text(recorded), precise) === normalise(key, ours, precise);
}
