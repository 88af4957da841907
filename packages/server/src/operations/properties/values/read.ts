import type { Schema } from "@notional/openapi-types";
import type { Context } from "../../../context.ts";
import { validationError } from "../../../errors.ts";
import type { StoredProperty, StoredValue } from "../../../store/documents.ts";
import { findProperty } from "../find.ts";
import { optionsOf } from "../schema/options.ts";
import { readRelation } from "./relation.ts";
import { valueTypeOf } from "./types.ts";
import type { RequestOf } from "./value-type.ts";

/** What a request changes of the values of a page. */
export interface ReadValues {
  /** By property id. */
  values: Record<string, StoredValue>;
  relations: { property: StoredProperty; targetIds: string[] }[];
  /** Whether properties have got new options. */
  hasNewOptions: boolean;
}

/**
 * Reads the values of a request. New options are added to the properties, which the caller then has to keep.
 *
 * @param properties Those that the page has and the connection may see.
 * @throws ApiError validation_error for unknown properties and values of another type, all of them in one message;
 *   and what the types of value refuse
 */
export async function readValues(
  requests: Schema<"PropertyValueRequests">,
  properties: readonly StoredProperty[],
  context: Context,
): Promise<ReadValues> {
  const read: ReadValues = { values: {}, relations: [], hasNewOptions: false };
  for (const { key, property, request } of match(requests, properties)) {
    if (property.type === "relation") {
      const targetIds = await readRelation(request as RequestOf<"relation">, property, context);
      read.relations.push({ property, targetIds });
      continue;
    }
    const value = await valueTypeOf(property.type)?.read(request as never, {
      property,
      path: `body.properties.${key}`,
      context,
      addOption: (option) => {
        property.config = { ...property.config, options: [...optionsOf(property.config), option] };
        read.hasNewOptions = true;
      },
    });
    read.values[property.id] = { type: property.type, [property.type]: value } as StoredValue;
  }
  return read;
}

/** Each value beside its property. */
function match(requests: Schema<"PropertyValueRequests">, properties: readonly StoredProperty[]) {
  const wrong: string[] = [];
  const matched = Object.entries(requests).flatMap(([key, value]) => {
    const property = findProperty(properties, key);
    if (!property) {
      wrong.push(`${key} is not a property that exists.`);
      return [];
    }
    const request = requestOf(value, property.type);
    if (request === undefined) {
      wrong.push(`${key} is expected to be ${property.type}.`);
      return [];
    }
    return [{ key, property, request }];
  });
  if (wrong.length > 0) throw validationError(wrong.join(" "));
  return matched;
}

/** What stands under the type; undefined for a value of another type. Rich text may come without its type. */
function requestOf(value: Schema<"PropertyValueRequest">, type: StoredProperty["type"]): unknown {
  if (Array.isArray(value)) return type === "title" || type === "rich_text" ? value : undefined;
  return Object.hasOwn(value, type) ? (value as Record<string, unknown>)[type] : undefined;
}
