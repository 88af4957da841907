/**
 * The id of the page, the database or the block that a URL of Notion leads to. A block after `#` wins over its page.
 *
 * @param url of the app or of a published site; an id, with or without dashes, is its own
 * @returns the id with dashes, or nothing when there is none
 *
 * @example
 * idFromUrl("https://www.notion.so/Tests-2a7e3b518d4f4c69b2ea3f507b9d1c23?pvs=4"); // "2a7e3b51-8d4f-…"
 */
export function idFromUrl(url: string): string | undefined {
  const [beforeHash = "", hash = ""] = url.trim().split("#");
  const [path = "", search = ""] = beforeHash.split("?");
  // A page that is opened over a list or a database: the path is that of what lies below.
  const peeked = /(?:^|&)p=([^&]*)/.exec(search)?.[1] ?? "";
  return idAtEnd(hash) ?? idAtEnd(peeked) ?? idAtEnd(path.replace(/\/+$/, ""));
}

/**
 * The id of the view that a URL of Notion shows a database in.
 *
 * @returns the id with dashes, or nothing when the URL names no view
 */
export function viewIdFromUrl(url: string): string | undefined {
  return idAtEnd(/[?&]v=([^&#]*)/.exec(url)?.[1] ?? "");
}

/**
 * A URL that opens a page, a database or a block in the app.
 *
 * @param id with or without dashes
 * @param block_id a block of that page to scroll to
 * @throws {TypeError} when it is no id
 */
export function urlFromId(id: string, block_id?: string): string {
  const url = `https://app.notion.com/p/${compact(id)}`;
  return block_id === undefined ? url : `${url}#${compact(block_id)}`;
}

/** Titles go before the id, so it is what the text ends with. */
function idAtEnd(text: string): string | undefined {
  const id =
    /(?:^|[^0-9a-f])([0-9a-f]{8})-?([0-9a-f]{4})-?([0-9a-f]{4})-?([0-9a-f]{4})-?([0-9a-f]{12})$/i.exec(text);
  return id?.slice(1).join("-").toLowerCase();
}

function compact(id: string): string {
  const found = idAtEnd(id);
  if (!found) throw new TypeError(`${JSON.stringify(id)} is no id.`);
  return found.replaceAll("-", "");
}
