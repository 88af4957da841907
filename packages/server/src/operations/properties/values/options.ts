import type { Schema } from "@notional/openapi-types";
import { validationError } from "../../../errors.ts";
import type { StoredProperty } from "../../../store/documents.ts";
import type { Reading, RequestOf, StoredOption, ValueType } from "./value-type.ts";

type OptionRequest = NonNullable<RequestOf<"select">>;

export const select: ValueType<"select"> = {
  read: (request, reading) => (request === null ? null : findOrAdd(request, reading).id),
  render: (stored = null, { property }) => renderOption(stored, property),
};

export const multiSelect: ValueType<"multi_select"> = {
  read: (request, reading) => [...new Set(request.map((option) => findOrAdd(option, reading).id))],
  render: (stored = [], { property }) =>
    stored.flatMap((id) => {
      const option = renderOption(id, property);
      return option ? [option] : [];
    }),
};

export const status: ValueType<"status"> = {
  read: (request, reading) => {
    if (request === null) return defaultStatus(reading.property);
    const option = findOption(request, reading.property);
    if (option) return option.id;
    const asked = request.id ?? request.name;
    throw validationError(`Invalid status option. Status option "${asked}" does not exist.`);
  },
  render: (stored = null, { property }) =>
    renderOption(stored, property) ?? renderOption(defaultStatus(property), property),
};

/** The option of a row that nobody gave a status: the first of the first group. */
export function defaultStatus(property: StoredProperty): string | null {
  const groups = (property.config.groups ?? []) as { option_ids: string[] }[];
  const first = groups.find(({ option_ids }) => option_ids.length > 0)?.option_ids[0];
  return first ?? optionsOf(property)[0]?.id ?? null;
}

export const optionsOf = (property: StoredProperty): StoredOption[] =>
  (property.config.options ?? []) as StoredOption[];

/** By id where there is one, else by name. Names differ in more than their case. */
function findOption({ id, name }: OptionRequest, property: StoredProperty): StoredOption | undefined {
  const options = optionsOf(property);
  const byId = id === undefined ? undefined : options.find((option) => option.id === id);
  if (byId || name === undefined) return byId;
  const folded = name.toLowerCase();
  return (
    options.find((option) => option.name === name) ??
    options.find((option) => option.name.toLowerCase() === folded)
  );
}

/** A new name makes a new option. */
function findOrAdd(request: OptionRequest, { property, context, addOption }: Reading): StoredOption {
  const known = findOption(request, property);
  if (known) return known;
  const { id, name, color = "default", description = null } = request;
  if (name === undefined) throw validationError(`Invalid select option id "${id}".`);
  // Reported: https://github.com/egordm/notionsci/issues/13
  if (name.includes(",")) throw validationError(`Invalid select option, commas not allowed: ${name}`);
  const option = { id: context.ids.uuid(), name, color, description };
  addOption(option);
  return option;
}

function renderOption(id: string | null, property: StoredProperty): Schema<"SelectOption"> | null {
  const option = optionsOf(property).find((candidate) => candidate.id === id);
  return option ? { id: option.id, name: option.name, color: option.color } : null;
}
