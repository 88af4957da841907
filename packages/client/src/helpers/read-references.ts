import type { NotionVersion } from "@notional/openapi-types";
import { getPageProperty } from "../__generated__/operations.ts";
import type { Core } from "../core/create-core.ts";
import type { List } from "../list.ts";
import type { MethodOptions } from "../operation.ts";

interface Item {
  type: string;
  relation?: { id: string };
  people?: { id: string };
}

type GetProperty = (core: Core, parameters: object, options?: MethodOptions) => List<{ results: Item[] }>;

/**
 * All ids of a relation or of people, also where a page that is read shows only the first 25.
 *
 * @param core a client of any version
 * @param property `page_id`, and `property_id` as the page has it
 * @throws {NotionError} when a request fails
 * @throws {TypeError} when the property is of another type
 */
export async function readReferences<Version extends NotionVersion>(
  core: Core<Version>,
  property: { page_id: string; property_id: string },
  options?: MethodOptions,
): Promise<string[]> {
  const items = await (getPageProperty as unknown as GetProperty)(core, property, options).collect();
  return items.map(({ type, relation, people }) => {
    const reference = relation ?? people;
    if (!reference) throw new TypeError(`The property is ${type}, not a relation or people.`);
    return reference.id;
  });
}
