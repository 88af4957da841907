import { validationError } from "../errors.ts";
import { JsonBytes } from "./json-bytes.ts";

/** How many results a list has when the request does not say. It is also the most that it has. */
export const DEFAULT_PAGE_SIZE = 100;

/** The envelope of a list. */
export function renderList<Type extends string, Result>(
  type: Type,
  results: Result[],
  nextCursor: string | null,
): {
  object: "list";
  results: Result[];
  next_cursor: string | null;
  has_more: boolean;
  type: Type;
} & { [Key in Type]: Record<string, never> } {
  return {
    object: "list",
    results,
    next_cursor: nextCursor,
    has_more: nextCursor !== null,
    type,
    [type]: {},
  } as never;
}

const LIST_START = Buffer.from('{"object":"list","results":[');
const COMMA = Buffer.from(",");

/** The same with results that are JSON already. */
export function listBytes(
  type: string,
  results: readonly Buffer<ArrayBuffer>[],
  nextCursor: string | null,
): JsonBytes {
  const { results: _, ...envelope } = renderList(type, [], nextCursor);
  const rest = JSON.stringify(envelope).slice('{"object":"list",'.length);
  const parts = results.flatMap((result, index) => (index === 0 ? [result] : [COMMA, result]));
  return new JsonBytes(Buffer.concat([LIST_START, ...parts, Buffer.from(`],${rest}`)]));
}

/** 400: a cursor that this list did not give, or whose place is gone. */
export const invalidCursor = (cursor: string) =>
  validationError(`The start_cursor provided is invalid: ${cursor}`);

/**
 * Takes one more than a page needs, which tells whether there is a next one.
 *
 * @param found At most `pageSize + 1`.
 * @returns The page, and the first of the next page.
 */
export function splitPage<Item>(found: Item[], pageSize: number): { page: Item[]; next: Item | undefined } {
  return { page: found.slice(0, pageSize), next: found[pageSize] };
}
