import type { Schema } from "@notional/openapi-types";
import { validationError } from "../../../errors.ts";
import { hasTime, readDateValue } from "./date.ts";
import { renderPerson } from "./people.ts";
import type { ValueType } from "./value-type.ts";

/** Who writes a verification is who verified the page. */
export const verification: ValueType<"verification"> = {
  read: (request, { path, context }) => {
    if (request.state === "unverified") return { state: "unverified", date: null, verified_by: null };
    const asked = request.date ?? null;
    if (asked && [asked.start, asked.end].some((text) => text && !hasTime(text))) {
      throw validationError(`${path}.verification.date must include a time.`);
    }
    return {
      state: "verified",
      date: asked && readDateValue(asked, `${path}.verification.date`),
      verified_by: context.connection.id,
    };
  },
  render: (stored, rendering): Schema<"VerificationValue"> => {
    if (stored?.state !== "verified") return { state: "unverified", date: null, verified_by: null };
    const { date, verified_by } = stored;
    const end = date?.end ?? null;
    const expired = end !== null && Date.parse(end) <= Date.parse(rendering.context.now);
    return {
      state: expired ? "expired" : "verified",
      date: date && { ...date, start: inUtc(date.start), end: date.end && inUtc(date.end) },
      verified_by: verified_by === null ? null : renderPerson(verified_by, rendering),
    };
  },
};

/**
 * Unlike dates, these times end in `Z`; days stay days.
 * https://github.com/hkob/notion_ruby_mapping/blob/main/spec/fixtures/retrieve_property_verification.json,
 * https://developers.notion.com/page/changelog#july-25---august-7-2023
 */
const inUtc = (text: string): string => (hasTime(text) ? new Date(text).toISOString() : text);
