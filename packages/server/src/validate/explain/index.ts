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
  const named = lines.length === 1 ? commaInOption(lines[0] as Line) : undefined;
  if (named) return named;
  const sentences = [...new Set(lines.map(formatLine))];
  if (sentences.length === 0) throw new Error(`The validator refuses a ${section} that fits the document.`);
  if (sentences.length === 1) return validationError(`${section} failed validation: ${sentences[0]}`);
  return validationError(`${section} failed validation. Fix one:\n${sentences.join("\n")}`);
}

/**
 * Of a name with a comma the API says so in words of its own, in values and in schemas.
 * Source: https://github.com/egordm/notionsci/issues/13 and many reports since.
 */
function commaInOption({ path, expected, instead }: Line): ApiError | undefined {
  if (typeof instead !== "string" || expected[0] !== "a string without commas") return undefined;
  const type = path.findLast((key) => key === "select" || key === "multi_select" || key === "status");
  return validationError(`Invalid ${type} option, commas not allowed: ${instead}`);
}

/** The named schemas of a version. Node.js keeps the bundle once it is read, which the first refusal does. */
function schemasOf(version: NotionVersion): Record<string, Schema> {
  return require(`@notional/spec/${version}/openapi.json`).components.schemas;
}
