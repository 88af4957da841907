import type { Core } from "./core/create-core.ts";

/**
 * The groups with all their functions bound to a client.
 *
 * @param group functions that take a client, and groups of them
 */
export function bind(core: Core, group: object): object {
  return Object.fromEntries(
    Object.entries(group).map(([name, member]) => [
      name,
      typeof member === "function" ? member.bind(undefined, core) : bind(core, member),
    ]),
  );
}
