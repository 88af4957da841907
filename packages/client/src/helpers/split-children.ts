import type { LatestVersion, NotionVersion, Schema } from "@notional/openapi-types";

// Where the truth is: "One request" in spec/guides/limits.md.
const MOST_CHILDREN = 100;
const MOST_BLOCKS = 1_000;
/** Of the 500 KB of a body, in bytes, with some room for what is around the blocks. */
const MOST_BYTES = 499_000;
const DEEPEST = 2;

/** Which block of an earlier step gets the children of a step. */
export interface PlannedParent {
  /** The number of that step, from 0. */
  step: number;
  /** Its place there: which of the blocks of the step, which of its children, and so on; each from 0. */
  path: readonly number[];
}

/** One call of `blocks.children.append`. */
export interface AppendStep<Version extends NotionVersion = LatestVersion> {
  /** Nothing for the block or page that the plan is for. */
  parent: PlannedParent | undefined;
  children: Schema<"BlockRequest", Version>[];
}

/**
 * Cuts a tree of blocks of any size and depth into calls that the API takes: 100 blocks in one list, 1 000 blocks and
 * 500 KB in a call, two levels of children. Done one after the other, each at the end of its parent, they make the tree
 * with every list in its order.
 *
 * @param children what is to be appended; it is not changed
 * @throws {RangeError} when a block alone is larger than a call may be
 */
export function splitChildren<Version extends NotionVersion = LatestVersion>(
  children: readonly Schema<"BlockRequest", Version>[],
): AppendStep<Version>[] {
  const steps: Step[] = [];
  const waiting: Step[] = [{ parent: undefined, children: children as readonly object[] as Block[] }];
  for (const { parent, children } of waiting) {
    let rest = children;
    while (rest.length > 0) {
      const { taken, later } = fill(rest);
      if (taken.length === 0) throw new RangeError("A block alone is larger than a request may be.");
      for (const { path, children } of later)
        waiting.push({ parent: { step: steps.length, path }, children });
      steps.push({ parent, children: taken });
      rest = rest.slice(taken.length);
    }
  }
  return steps as unknown as AppendStep<Version>[];
}

interface Step {
  parent: PlannedParent | undefined;
  children: Block[];
}

/** A block as it is sent: its type is the key of its content. */
type Block = { object?: string; type?: string } & Record<string, unknown>;

interface Content {
  children?: Block[];
}

/** A block that is sent, and what it is sent of. */
interface Sent {
  source: Block;
  sent: Block;
  path: number[];
}

interface Room {
  blocks: number;
  bytes: number;
}

/** The first blocks of a list with as much below them as fits, level by level; and the children that did not. */
function fill(blocks: Block[]): { taken: Block[]; later: { path: number[]; children: Block[] }[] } {
  const room: Room = { blocks: MOST_BLOCKS, bytes: MOST_BYTES };
  const taken: Block[] = [];
  const later: { path: number[]; children: Block[] }[] = [];
  let level = take(blocks, taken, { depth: 0, path: [], room });
  for (let depth = 1; level.length > 0; depth += 1) {
    level = level.flatMap(({ source, sent, path }) => {
      const { children = [] } = contentOf(source);
      const { children: into = [] } = contentOf(sent);
      const below = take(children, into, { depth, path, room });
      if (into.length > 0) contentOf(sent).children = into;
      if (into.length < children.length) later.push({ path, children: children.slice(into.length) });
      return below;
    });
  }
  return { taken, later };
}

/**
 * Takes blocks from the beginning of a list, for as long as they may stand there and there is room.
 *
 * @param into where they go, with those that are there already because their parent cannot be without
 */
function take(
  blocks: Block[],
  into: Block[],
  { depth, path, room }: { depth: number; path: number[]; room: Room },
): Sent[] {
  const already = into.length;
  for (const block of blocks.slice(already, MOST_CHILDREN)) {
    const sent = barest(block);
    const cost = { blocks: count(sent), bytes: bytesOf(sent) };
    if (!mayStand(block, depth) || cost.blocks > room.blocks || cost.bytes > room.bytes) break;
    room.blocks -= cost.blocks;
    room.bytes -= cost.bytes;
    into.push(sent);
  }
  return into.map((sent, index) => ({ source: blocks[index] as Block, sent, path: [...path, index] }));
}

function mayStand(block: Block, depth: number): boolean {
  const type = typeOf(block);
  if (depth > DEEPEST) return false;
  if (type === "column_list") return depth === 0;
  return type !== "table" || depth < DEEPEST;
}

/** A block with no more children than it must have: two columns, or a row. */
function barest(block: Block): Block {
  const type = typeOf(block);
  const { children = [], ...content } = contentOf(block);
  const needed = children.slice(0, type === "column_list" ? 2 : type === "table" ? 1 : 0).map(barest);
  const hasList = needed.length > 0 || type === "column";
  return { ...block, [type]: { ...content, ...(hasList && { children: needed }) } };
}

const count = (block: Block): number =>
  (contentOf(block).children ?? []).reduce((sum, child) => sum + count(child), 1);

const bytesOf = (block: Block): number => new TextEncoder().encode(JSON.stringify(block)).length + 1;

const typeOf = (block: Block): string =>
  block.type ?? Object.keys(block).find((key) => key !== "object") ?? "";

const contentOf = (block: Block): Content => (block[typeOf(block)] ?? {}) as Content;
