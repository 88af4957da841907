import type { NotionVersion, Schema } from "@notional/openapi-types";
import { appendBlockChildren, listBlockChildren } from "../__generated__/operations.ts";
import type { Core } from "../core/create-core.ts";
import { NotionError } from "../errors/notion-error.ts";
import type { List } from "../list.ts";
import type { Call, MethodOptions } from "../operation.ts";
import { type PlannedParent, splitChildren } from "./split-children.ts";

/** What `blocks.children.append` takes, with `children` of any number and depth. */
export type AppendAllParameters<Version extends NotionVersion> = Parameters<
  Call<Version, "appendBlockChildren">
>[0];

/**
 * Appends blocks of any number and depth, in as many calls as it takes, and in their order.
 *
 * Others can see the blocks before all are there. When a call fails, what was appended before stays.
 *
 * @param core a client of any version
 * @param parameters those of `blocks.children.append`
 * @returns the ids of the blocks, without those below them
 * @throws {NotionError} when a call fails
 * @throws {RangeError} when a block alone is larger than a call may be
 */
export async function appendAllChildren<Version extends NotionVersion>(
  core: Core<Version>,
  parameters: AppendAllParameters<Version>,
  options?: MethodOptions,
): Promise<string[]> {
  const { block_id, children, ...place } = parameters as AnyParameters;
  /** The ids of the blocks of each step. */
  const made: string[][] = [];
  const ids: string[] = [];
  const known = new Map<string, Promise<string[]>>();

  async function idOf({ step, path: [first = 0, ...below] }: PlannedParent): Promise<string> {
    let id = made[step]?.[first];
    for (const index of below) {
      if (id === undefined) break;
      const listed: Promise<string[]> = known.get(id) ?? listIds(core, id, options);
      known.set(id, listed);
      id = (await listed)[index];
    }
    if (id !== undefined) return id;
    // Somebody else has moved or deleted it meanwhile.
    throw new NotionError("A block that was just appended is not there any more.", {
      status: 200,
      code: "unexpected_answer",
    });
  }

  for (const { parent, children: some } of splitChildren(children)) {
    const where = parent ? { block_id: await idOf(parent) } : { block_id, ...placeAfter(place, ids.at(-1)) };
    const { results } = await append(core, { ...where, children: some }, options);
    // Behind the new blocks, the answer may go on with those that were there.
    const added = results.slice(0, some.length).map(({ id }) => id);
    made.push(added);
    if (!parent) ids.push(...added);
  }
  return ids;
}

/** `after` before 2026-03-11, `position` since. */
interface Place {
  after?: string;
  position?: { type: string };
}

type AnyParameters = Place & { block_id: string; children: Schema<"BlockRequest">[] };

type Append = (
  core: Core,
  parameters: object,
  options?: MethodOptions,
) => Promise<{ results: { id: string }[] }>;
type ListChildren = (
  core: Core,
  parameters: object,
  options?: MethodOptions,
) => List<{ results: { id: string }[] }>;

const append = appendBlockChildren as unknown as Append;
const list = listBlockChildren as unknown as ListChildren;

/** Where a call goes on after the one before: at the end of the parent that needs no word. */
function placeAfter(place: Place, last: string | undefined): Place {
  if (last === undefined) return place;
  if (place.after !== undefined) return { after: last };
  const { position } = place;
  if (position === undefined || position.type === "end") return place;
  return { position: { type: "after_block", after_block: { id: last } } as { type: string } };
}

async function listIds(core: Core, block_id: string, options?: MethodOptions): Promise<string[]> {
  const blocks = await list(core, { block_id }, options).collect();
  return blocks.map(({ id }) => id);
}
