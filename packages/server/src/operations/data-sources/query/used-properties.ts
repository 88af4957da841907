import type { Schema } from "@notional/openapi-types";
import type { DataSourceDocument, StoredProperty } from "../../../store/documents.ts";
import { findProperty } from "../../properties/find.ts";

type Filter = Schema<"Filter">;

/** The properties of a data source that a filter and sorts name; those that are not there are left out. */
export function usedProperties(
  filter: Filter | undefined,
  sorts: readonly Schema<"Sort">[],
  { properties }: DataSourceDocument,
): Set<StoredProperty> {
  const sorted = sorts.flatMap((sort) => ("property" in sort ? [sort.property] : []));
  const keys = new Set([...keysIn(filter), ...sorted]);
  return new Set([...keys].flatMap((key) => findProperty(properties, key) ?? []));
}

function keysIn(filter: Filter | undefined): string[] {
  if (!filter) return [];
  if ("and" in filter) return filter.and.flatMap((each) => keysIn(each as Filter));
  if ("or" in filter) return filter.or.flatMap((each) => keysIn(each as Filter));
  return "property" in filter ? [filter.property as string] : [];
}
