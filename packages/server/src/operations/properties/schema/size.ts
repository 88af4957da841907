import { validationError } from "../../../errors.ts";
import type { StoredProperty } from "../../../store/documents.ts";

/** Source: developers.notion.com/reference/update-a-data-source. */
const MAX_SCHEMA_BYTES = 50 * 1024;

/**
 * Refuses a schema that has grown too large. One that is too large already may still become smaller.
 *
 * @throws ApiError validation_error that names the largest property
 */
export function mustFit(properties: readonly StoredProperty[], before: readonly StoredProperty[]): void {
  const size = bytesOf(properties);
  if (size <= MAX_SCHEMA_BYTES || size <= bytesOf(before)) return;
  const [largest] = properties
    .map(({ id, name, ...rest }) => ({ id, name, bytes: bytesOf({ id, name, ...rest }) }))
    .toSorted((one, other) => other.bytes - one.bytes);
  throw validationError(
    `Your database schema has exceeded the maximum size: ${size} bytes of ${MAX_SCHEMA_BYTES}. Its largest property is "${largest?.name}" (ID: ${encodeURIComponent(largest?.id ?? "")}, ${largest?.bytes} bytes).`,
  );
}

const bytesOf = (value: unknown): number => Buffer.byteLength(JSON.stringify(value));
