import type { Schema } from "@notional/openapi-types";
import type { Ids } from "../../../ids.ts";
import { listedOptions, newOption, type StoredOption } from "./options.ts";

/** What a status property is set up with; also how it is answered. */
export type StatusConfig = Schema<"StatusConfig">;

type Group = Schema<"StatusGroup">;
type ListedOption = Schema<"StatusOptionConfigUpdateRequest">;

const GROUPS = [
  { name: "To-do", color: "gray" },
  { name: "In progress", color: "blue" },
  { name: "Complete", color: "green" },
] as const;

/** What a status property starts with when nothing is said. Recorded: the first has no colour of its own. */
const DEFAULT_OPTIONS: readonly Schema<"StatusOptionConfigRequest">[] = [
  { name: "Not started", color: "default", group: "To-do" },
  { name: "In progress", color: "blue", group: "In progress" },
  { name: "Done", color: "green", group: "Complete" },
];

/**
 * A new status property.
 *
 * @param requested Its options; the usual three when left out.
 */
export const newStatus = (requested: readonly ListedOption[] | undefined, ids: Ids): StatusConfig =>
  listedStatus(requested ?? DEFAULT_OPTIONS, { options: [], groups: newGroups(ids) }, ids);

/** A status property that was a select: all its options are to do. */
export function statusOf(options: readonly StoredOption[], ids: Ids): StatusConfig {
  if (options.length === 0) return newStatus(undefined, ids);
  return { options: [...options], groups: grouped(newGroups(ids), options, () => undefined) };
}

/**
 * A status property with the options that a request lists. Without a `group` an existing option stays where it
 * is, and a new one is to do.
 *
 * @throws ApiError validation_error as `listedOptions` does
 */
export function listedStatus(
  requested: readonly ListedOption[],
  before: StatusConfig,
  ids: Ids,
): StatusConfig {
  const options = listedOptions(requested.map(withoutNewName), before.options, ids);
  const wanted = (_option: StoredOption, index: number): string | undefined => requested[index]?.group;
  return { options, groups: grouped(before.groups, options, wanted) };
}

/** Source: overengineeringstudio/effect-utils#803 tried it in June 2026: an option keeps its name, and nothing is said. */
const withoutNewName = ({ name, ...option }: ListedOption): ListedOption =>
  option.id === undefined ? ({ name, ...option } as ListedOption) : (option as ListedOption);

/** The option that a row has when it has not got another one: the first of the first group that has any. */
export function defaultStatus({ options, groups }: StatusConfig): string | null {
  return groups.flatMap(({ option_ids }) => option_ids)[0] ?? options[0]?.id ?? null;
}

/** An option that a value turned out to need. */
export function addStatus(config: StatusConfig, name: string, ids: Ids): StoredOption {
  const option = newOption({ name }, ids);
  config.options.push(option);
  config.groups = grouped(config.groups, config.options, () => undefined);
  return option;
}

const newGroups = (ids: Ids): Group[] =>
  GROUPS.map((group) => ({ id: ids.uuid(), ...group, option_ids: [] }));

function grouped(
  groups: readonly Group[],
  options: readonly StoredOption[],
  wanted: (option: StoredOption, index: number) => string | undefined,
): Group[] {
  const groupOf = options.map((option, index) => {
    const name = wanted(option, index);
    const named = groups.find((group) => group.name === name);
    const current = groups.find(({ option_ids }) => option_ids.includes(option.id));
    return named ?? current ?? groups.find((group) => group.name === "To-do") ?? groups[0];
  });
  return groups.map((group) => ({
    ...group,
    option_ids: options.filter((_option, index) => groupOf[index] === group).map(({ id }) => id),
  }));
}
