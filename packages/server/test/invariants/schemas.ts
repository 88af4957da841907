import { uniqueIdCounter } from "../../src/store/counters.ts";
import type { StoredProperty, StoredValue } from "../../src/store/documents.ts";
import { slotKind } from "../../src/store/slots.ts";
import { repeated, type Source, type State } from "./state.ts";

interface Option {
  id: string;
  name: string;
}

/** What is wrong with the properties of data sources, and with the values that rows have of them. */
export const brokenSchemas = (state: State): string[] =>
  [...state.sources.values()].flatMap((source) =>
    [
      ...brokenNames(source),
      ...source.document.properties.flatMap((property) => [
        ...brokenOptions(property, source),
        ...brokenNumbers(property, source, state),
      ]),
    ].map((problem) => `data source ${source.node.id}: ${problem}`),
  );

function brokenNames({ document: { properties, slots, computed } }: Source): string[] {
  const ids = properties.map(({ id }) => id);
  const columns = Object.values(slots).filter((slot) => !slot.endsWith("*"));
  return [
    ...repeated(ids).map((id) => `several properties ${id}`),
    ...repeated(properties.map(({ name }) => name)).map((name) => `several properties called ${name}`),
    ...(properties.filter(({ type }) => type === "title").length === 1 ? [] : ["not one title"]),
    ...repeated(columns).map((column) => `several properties in ${column}`),
    ...properties
      .filter((property) => slotKind(property, computed) !== slots[property.id]?.[0])
      .map(({ id, type }) => `${id}, a ${type}, is in ${slots[id]}`),
    // What is under `-` waits to be emptied before it is given away.
    ...Object.keys(slots)
      .filter((id) => !ids.includes(id) && !id.startsWith("-"))
      .map((id) => `${slots[id]} is kept for ${id}`),
  ];
}

const folded = ({ name }: Option): string => name.toLowerCase();

function brokenOptions({ id, config }: StoredProperty, { pages }: Source): string[] {
  if (!("options" in config)) return [];
  const options = config.options as Option[];
  const groups = (config.groups ?? []) as { option_ids: string[] }[];
  const grouped = groups.flatMap(({ option_ids }) => option_ids);
  const ids = options.map((option) => option.id);
  const used = pages.flatMap(({ document }) => usedOptions(document.properties[id]));
  return [
    ...repeated(options.map(folded)).map((name) => `several options ${name} of ${id}`),
    ...repeated(ids).map((option) => `several options with the id ${option} of ${id}`),
    ...("groups" in config && grouped.toSorted().join() !== ids.toSorted().join()
      ? [`the groups of ${id} have other options than it has`]
      : []),
    ...used.filter((option) => !ids.includes(option)).map((option) => `no option ${option} of ${id}`),
  ];
}

function usedOptions(value: StoredValue | undefined): string[] {
  if (value?.type === "select") return value.select === null ? [] : [value.select];
  if (value?.type === "status") return value.status === null ? [] : [value.status];
  return value?.type === "multi_select" ? value.multi_select : [];
}

function brokenNumbers(property: StoredProperty, { node, pages }: Source, { counters }: State): string[] {
  if (property.type !== "unique_id") return [];
  const rows = pages.filter(({ document }) => !document.is_template);
  const numbers = rows.map(({ document }) => {
    const value = document.properties[property.id];
    return value?.type === "unique_id" ? value.unique_id : undefined;
  });
  const given = counters.get(uniqueIdCounter(node.id, property.id)) ?? 0;
  return [
    ...repeated(numbers.filter((number) => number !== undefined)).map(
      (number) => `several rows have ${property.id} ${number}`,
    ),
    ...(numbers.includes(undefined) ? [`a row has no ${property.id}`] : []),
    ...numbers
      .filter((number) => number !== undefined && number > given)
      .map((number) => `${property.id} ${number} was never given`),
  ];
}
