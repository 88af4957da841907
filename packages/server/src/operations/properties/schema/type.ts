import type { StoredPropertyType } from "../../../store/documents.ts";

/** What a request says of a property beside the configuration of its type. */
const ABOUT = new Set(["id", "name", "description", "type"]);

/** The type that a property of a request has, which is the key beside `name`, `description` and `type`. */
export const typeOf = (request: object): StoredPropertyType =>
  Object.keys(request).find((key) => !ABOUT.has(key)) as StoredPropertyType;

/** What stands under the key of the type. */
export const configOf = (request: object): object =>
  (request as Record<string, object>)[typeOf(request)] as object;
