import { eachObject, isObject } from "./json.ts";

/** The types of blocks and of properties that an answer has, as a value or as a part of a schema. */
export interface Parts {
  blocks: Set<string>;
  properties: Set<string>;
}

/** Which types of blocks and properties an answer has anywhere. */
export function partsOf(body: unknown): Parts {
  const parts: Parts = { blocks: new Set(), properties: new Set() };
  eachObject(body, ({ object, type, properties, property_item: item }) => {
    if (object === "block") parts.blocks.add(String(type));
    // A value that was asked for alone: of some types a list, which says its type beside its items.
    if (object === "property_item") parts.properties.add(String(type));
    if (isObject(item)) parts.properties.add(String(item.type));
    if (object === undefined || !isObject(properties)) return;
    for (const property of Object.values(properties)) {
      if (isObject(property) && typeof property.type === "string") parts.properties.add(property.type);
    }
  });
  return parts;
}
