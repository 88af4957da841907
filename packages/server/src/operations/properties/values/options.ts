import type { Schema } from "@notional/openapi-types";
import { validationError } from "../../../errors.ts";
import type { StoredProperty } from "../../../store/documents.ts";
import { findOption, newOption, optionsOf, type StoredOption } from "../schema/options.ts";
import { defaultStatus, type StatusConfig } from "../schema/status.ts";
import type { Reading, RequestOf, ValueType } from "./value-type.ts";

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
    if (request === null) return defaultStatus(statusConfig(reading.property));
    const option = knownOption(request, reading.property);
    if (option) return option.id;
    const asked = request.id ?? request.name;
    throw validationError(`Invalid status option. Status option "${asked}" does not exist".`);
  },
  render: (stored = null, { property }) =>
    renderOption(stored, property) ?? renderOption(defaultStatus(statusConfig(property)), property),
};

/** By id where there is one that is known, else by name. */
function knownOption({ id, name }: OptionRequest, { config }: StoredProperty): StoredOption | undefined {
  const options = optionsOf(config);
  const byId = id === undefined ? undefined : options.find((option) => option.id === id);
  return byId ?? (name === undefined ? undefined : findOption(options, name));
}

const statusConfig = ({ config }: StoredProperty): StatusConfig => config as unknown as StatusConfig;

/** A new name makes a new option, unless it comes with an id. */
function findOrAdd(request: OptionRequest, { property, context, addOption }: Reading): StoredOption {
  const { id, name = "", ...more } = request;
  // Reported: https://github.com/raycast/extensions/issues/8872. It says which property, and a name does not help.
  const known = knownOption(id === undefined ? { name } : { id }, property);
  if (known) return known;
  if (id !== undefined) throw validationError(`${property.id} is an invalid select option "${id}".`);
  const option = newOption({ name, ...more }, context.ids);
  addOption(option);
  return option;
}

function renderOption(id: string | null, property: StoredProperty): Schema<"SelectOption"> | null {
  const option = optionsOf(property.config).find((candidate) => candidate.id === id);
  return option ? { id: option.id, name: option.name, color: option.color } : null;
}
