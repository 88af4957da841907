import { createRequire } from "node:module";
import type { NotionVersion } from "@notional/openapi-types";
import { type ApiError, validationError } from "../../errors.ts";
import { formatLine, type Line } from "./line.ts";
import type { Place, Schema } from "./schema.ts";
import { explainValue } from "./value.ts";

const require = createRequire(import.meta.url);

/**
 * Puts in the API's words why a part of a request is refused:
 * ``body failed validation: body.parent should be defined, instead was `undefined`.``; and where any of several
 * changes would do, "Fix one:" with a line for each.
 *
 * @param section how the service calls the part: `path`, `query` or `body`
 * @param value what the validator of the section has refused
 * @throws {Error} when nothing is wrong with the value
 */
export function explainRefusal(
  version: NotionVersion,
  section: string,
  schema: Schema,
  value: unknown,
): ApiError {
  const place: Place = { path: [section], optional: false, schemas: schemasOf(version) };
  const missing: Line = { path: [section], expected: ["defined"], instead: undefined };
  const lines = value === undefined ? [missing] : explainValue(schema, value, place);
  const sentences = [...new Set(lines.map(formatLine))];
  if (sentences.length === 0) throw new Error(`The validator refuses a ${section} that fits the document.`);
  if (sentences.length === 1) return validationError(`${section} failed validation: ${sentences[0]}`);
  return validationError(`${section} failed validation. Fix one:\n${sentences.join("\n")}`);
}

/** The named schemas of a version. Node.js keeps the bundle once it is read, which the first refusal does. */
function schemasOf(version: NotionVersion): Record<string, Schema> {
  return require(`@notional/spec/${version}/openapi.json`).components.schemas;
}
