import type { ValueType } from "./value-type.ts";

/** A place on a map. Answers name every field, also those that were not written. */
export const place: ValueType<"place"> = {
  read: (request) => {
    if (request === null) return null;
    const { lat, lon, name = null, address = null, aws_place_id = null, google_place_id = null } = request;
    return { lat, lon, name, address, aws_place_id, google_place_id };
  },
  render: (stored = null) => stored,
};
