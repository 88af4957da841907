import { bundledVersions, type Checker, createChecker, loadBundle } from "@notional/checker";

const checkers = new Map<string, Checker>();

/**
 * The checker of a version, made when it is first asked for: reading a document takes longer than judging a recording.
 *
 * @throws when there is no bundle of the version
 */
export function checkerOf(version: string): Checker {
  const known = checkers.get(version);
  if (known) return known;
  const checker = createChecker(loadBundle(version));
  checkers.set(version, checker);
  return checker;
}

/**
 * The same for what a request says its `Notion-Version` is.
 *
 * @returns undefined when there is no document of it
 */
export const findChecker = (version: string): Checker | undefined =>
  bundledVersions().includes(version) ? checkerOf(version) : undefined;
