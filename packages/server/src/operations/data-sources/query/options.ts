import { validationError } from "../../../errors.ts";
import type { StoredProperty } from "../../../store/documents.ts";

interface Option {
  id: string;
  name: string;
}
interface Group {
  name: string;
  option_ids: string[];
}

const optionsOf = ({ config }: StoredProperty): Option[] => (config.options ?? []) as Option[];
const groupsOf = ({ config }: StoredProperty): Group[] => (config.groups ?? []) as Group[];

/**
 * The ids of the options that a filter names; of a status also those of groups.
 *
 * @throws ApiError validation_error when there is no such option
 */
export function optionIds(property: StoredProperty, names: string | readonly string[]): string[] {
  const ids = [names].flat().flatMap((name) => {
    const option = optionsOf(property).find((each) => each.name === name || each.id === name);
    if (option) return [option.id];
    const group = groupsOf(property).find((each) => each.name === name);
    if (group) return group.option_ids;
    throw unknownOption(property, name);
  });
  return [...new Set(ids)];
}

/** The ids of the options in the order in which rows are sorted by them: a status by its group first. */
export function rankedOptions(property: StoredProperty): string[] {
  const grouped = groupsOf(property).flatMap(({ option_ids }) => option_ids);
  const ids = optionsOf(property).map(({ id }) => id);
  return [...grouped, ...ids.filter((id) => !grouped.includes(id))];
}

function unknownOption(property: StoredProperty, name: string) {
  const known = optionsOf(property).map((option) => `"${option.name}"`);
  return validationError(
    `${property.type} option "${name}" not found for property "${property.name}". Available options: ${known.join(", ")}.`,
  );
}
