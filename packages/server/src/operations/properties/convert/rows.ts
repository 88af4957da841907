import type { Ids } from "../../../ids.ts";
import type { StoredProperty, StoredValue } from "../../../store/documents.ts";
import type { RowDocument } from "../../../store/row-documents.ts";
import { findOption, newOption, optionsOf, type StoredOption } from "../schema/options.ts";
import { addStatus, defaultStatus, type StatusConfig } from "../schema/status.ts";
import { type OptionNamed, readValue } from "./read.ts";
import { textOf } from "./text.ts";

/** Of an option, in characters. */
const LONGEST_NAME = 100;

type RowChange = (row: RowDocument) => boolean;

/**
 * Reads the values of a property under its new type, through text: what cannot be read is empty.
 *
 * @param before The property as it was.
 * @param property As it is now. It gets the options that its values need, when it has come to have options.
 */
export function convertValues(before: StoredProperty, property: StoredProperty, ids: Ids): RowChange {
  const optionNamed = makesOptions(property, ids);
  return ({ document: { properties } }) => {
    const value = properties[property.id];
    const converted = value && readValue(textOf(value, before), property, optionNamed);
    if (converted) properties[property.id] = converted;
    else delete properties[property.id];
    return value !== undefined;
  };
}

function makesOptions(property: StoredProperty, ids: Ids): OptionNamed {
  return (text) => {
    const name = Array.from(text).slice(0, LONGEST_NAME).join("");
    const known = findOption(optionsOf(property.config), name);
    if (known || name === "") return known?.id;
    if (property.type === "status")
      return addStatus(property.config as unknown as StatusConfig, name, ids).id;
    const option = newOption({ name }, ids);
    property.config.options = [...optionsOf(property.config), option];
    return option.id;
  };
}

/** Takes options that are gone out of the values; a status falls back to the first one. */
export function dropOptions(property: StoredProperty, removed: readonly StoredOption[]): RowChange {
  const gone = new Set(removed.map(({ id }) => id));
  return ({ document: { properties } }) => {
    const value = properties[property.id];
    const left = value && without(value, gone, property);
    if (left) properties[property.id] = left;
    return left !== undefined;
  };
}

/** The value without options, or nothing when it had none of them. */
function without(
  value: StoredValue,
  gone: ReadonlySet<string>,
  { config }: StoredProperty,
): StoredValue | undefined {
  switch (value.type) {
    case "select":
      return value.select !== null && gone.has(value.select) ? { ...value, select: null } : undefined;
    case "status":
      return value.status !== null && gone.has(value.status)
        ? { ...value, status: defaultStatus(config as unknown as StatusConfig) }
        : undefined;
    case "multi_select": {
      const left = value.multi_select.filter((id) => !gone.has(id));
      return left.length < value.multi_select.length ? { ...value, multi_select: left } : undefined;
    }
    default:
      return undefined;
  }
}

/** Gives the rows that a data source has when it gets a status property the first status. */
export const startStatus =
  ({ id, config }: StoredProperty): RowChange =>
  ({ document: { properties } }) => {
    const value = properties[id];
    if (value?.type === "status" && value.status !== null) return false;
    properties[id] = { type: "status", status: defaultStatus(config as unknown as StatusConfig) };
    return true;
  };
