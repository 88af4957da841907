import type { Call } from "./calls.ts";
import { type Group, groupsOf } from "./groups.ts";

/**
 * The module that puts the functions of all operations where users look for them.
 *
 * @param calls of all versions, each once
 * @param header the first lines
 */
export function groupsModule(calls: Call[], header: string): string {
  return `${header}import * as operations from "./operations.ts";

export const groups = ${print(groupsOf(calls), "")};
`;
}

function print(group: Group, indent: string): string {
  const entries = [...group].map(([name, entry]) => {
    const value = entry instanceof Map ? print(entry, `${indent}  `) : `operations.${entry.id}`;
    return `${indent}  ${name}: ${value},`;
  });
  return ["{", ...entries, `${indent}}`].join("\n");
}
