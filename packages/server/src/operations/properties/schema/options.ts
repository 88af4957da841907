import type { Schema } from "@notional/openapi-types";
import { validationError } from "../../../errors.ts";
import type { Ids } from "../../../ids.ts";

/** An option of a select, multi-select or status property, as it is stored and answered. */
export type StoredOption = Schema<"SelectOptionConfig">;

type NewOption = Schema<"SelectOptionConfigRequest">;
type ChangedOption = Schema<"SelectOptionConfigUpdateRequest">;

/** The options of a property; none when its type has none. */
export const optionsOf = (config: Record<string, unknown>): StoredOption[] =>
  (config.options as StoredOption[] | undefined) ?? [];

/** Names differ when they differ in more than case. */
export const findOption = (options: readonly StoredOption[], name: string): StoredOption | undefined =>
  options.find((option) => option.name === name) ?? options.find((option) => sameName(option.name, name));

const sameName = (one: string, other: string): boolean => one.toLowerCase() === other.toLowerCase();

/** A new option. Recorded: without a colour it gets `default`. */
export const newOption = ({ name, color, description }: NewOption, ids: Ids): StoredOption => ({
  id: ids.uuid(),
  name,
  color: color ?? "default",
  description: description ?? null,
});

/**
 * The options that a request leaves a property with: those that it lists, in its order. An existing one is meant
 * by its id or its name and keeps its id; one that is not listed is gone.
 *
 * @param before The options that exist.
 * @throws ApiError validation_error for an unknown id, another colour of an existing option, a name used twice
 */
export function listedOptions(
  requested: readonly ChangedOption[],
  before: readonly StoredOption[],
  ids: Ids,
): StoredOption[] {
  const options = requested.map((request) => listedOption(request, before, ids));
  for (const [index, { name }] of options.entries()) {
    const first = options.findIndex((option) => sameName(option.name, name));
    if (first !== index)
      throw validationError(`Option names must be unique, instead "${name}" is there twice.`);
  }
  return options;
}

function listedOption(request: ChangedOption, before: readonly StoredOption[], ids: Ids): StoredOption {
  const { id, name, color, description } = request;
  const known =
    id === undefined ? findOption(before, name as string) : before.find((option) => option.id === id);
  if (!known) {
    if (id !== undefined) throw validationError(`${id} is an invalid select option`);
    return newOption({ ...request, name: name as string }, ids);
  }
  // Source: many public reports of these very sentences; the same colour again is taken.
  if (color !== undefined && color !== known.color) {
    const which = id === undefined ? `name: ${known.name}` : `id: ${id}`;
    throw validationError(`Cannot update color of select with ${which}.`);
  }
  return {
    ...known,
    name: id === undefined ? known.name : (name ?? known.name),
    description: description === undefined ? known.description : description,
  };
}
