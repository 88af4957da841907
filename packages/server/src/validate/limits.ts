import { validationError } from "../errors.ts";
import { formatLine } from "./explain/line.ts";
import type { BlockLimits } from "./requests.ts";

type Block = Record<string, { children?: Block[] } | undefined>;

/**
 * What JSON Schema cannot say of a tree of blocks: how deep it is, and how many there are.
 *
 * @param body one that fits its schema
 * @throws {ApiError} 400 `validation_error`
 */
export function checkBlocks(body: unknown, limits: readonly BlockLimits[]): void {
  for (const { key, maxNesting, maxBlocks } of limits) {
    const blocks = (body as Record<string, Block[] | undefined>)[key];
    if (!blocks) continue;
    const count = countBlocks(blocks, ["body", key], maxNesting);
    // The limit is documented, its wording is not: this is ours.
    if (count > maxBlocks) {
      const line = {
        path: ["body", key],
        expected: [`≤ \`${maxBlocks}\` blocks in all`],
        instead: count,
      };
      throw validationError(`body failed validation: ${formatLine(line)}`);
    }
  }
}

function countBlocks(blocks: Block[], path: (string | number)[], levels: number): number {
  let count = blocks.length;
  for (const [index, block] of blocks.entries()) {
    for (const [type, content] of Object.entries(block)) {
      const children = content?.children;
      if (!Array.isArray(children)) continue;
      const at = [...path, index, type, "children"];
      // Columns do not count: what stands in them is one level below the list of columns.
      const left = type === "column_list" ? levels : levels - 1;
      if (left < 0) {
        const line = { path: at, expected: ["not present"], instead: children };
        throw validationError(`body failed validation: ${formatLine(line)}`);
      }
      count += countBlocks(children, at, left);
    }
  }
  return count;
}
