import { DateTime } from "luxon";
import type { Context } from "../../context.ts";
import type { StoredMention } from "../../store/documents.ts";

/**
 * Puts in what a template leaves open: the day or the moment at which it is used, and who uses it.
 *
 * @param value Anything that is stored; rich text in it is found wherever it is.
 * @param timezone The IANA name of the zone whose day it is.
 */
export function fillMentions<Value>(value: Value, timezone: string, context: Context): Value {
  if (Array.isArray(value)) return value.map((item) => fillMentions(item, timezone, context)) as Value;
  if (typeof value !== "object" || value === null) return value;
  const { type, template_mention: open } = value as Partial<
    Extract<StoredMention, { type: "template_mention" }>
  >;
  if (type === "template_mention" && open) return filled(open, timezone, context) as Value;
  const entries = Object.entries(value).map(([key, inner]) => [key, fillMentions(inner, timezone, context)]);
  return Object.fromEntries(entries) as Value;
}

function filled(
  open: Extract<StoredMention, { type: "template_mention" }>["template_mention"],
  timezone: string,
  { connection, now }: Context,
): StoredMention {
  if (open.type === "template_mention_user") {
    return { type: "user", user: { id: connection.ownerId ?? connection.id } };
  }
  const moment = DateTime.fromISO(now, { zone: timezone });
  const start =
    open.template_mention_date === "today"
      ? moment.toFormat("yyyy-MM-dd")
      : moment.startOf("minute").toFormat("yyyy-MM-dd'T'HH:mm:ss.SSSZZ");
  return { type: "date", date: { start, end: null, time_zone: null } };
}
