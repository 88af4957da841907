import { invalidCursor } from "../../lists.ts";

/** Where a query goes on. */
export interface Cursor {
  /** Tells one query from another. */
  session: string;
  /** How many rows came before. */
  offset: number;
  /** The first row of the page. */
  pageId: string;
}

const UUID = "[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}";
const CURSOR = new RegExp(`^(?:s:(${UUID}):)?(${UUID})$`);

/** The last group of the session's id counts rows: no state is kept between pages. */
const PREFIX_LENGTH = "00000000-0000-0000-0000-".length;

/** `s:`, the id of a session, and that of the next row. */
export function writeCursor({ session, offset, pageId }: Cursor): string {
  return `s:${session.slice(0, PREFIX_LENGTH)}${offset.toString(16).padStart(12, "0")}:${pageId}`;
}

/**
 * A cursor, also in the older form that is only the id of the next row.
 *
 * @throws ApiError validation_error when it is none
 */
export function readCursor(text: string, newSession: () => string): Cursor {
  const [, session, pageId] = CURSOR.exec(text) ?? [];
  if (pageId === undefined) throw invalidCursor(text);
  if (session === undefined) return { session: newSession(), offset: 0, pageId };
  return { session, offset: Number.parseInt(session.slice(PREFIX_LENGTH), 16), pageId };
}
