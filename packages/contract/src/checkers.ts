import { bundledVersions, type Checker, createChecker, loadBundle } from "@notional/checker";

const checkers = new Map<string, Checker>();

/**
 * The checker of a version, made when it is first asked for: reading a document takes longer than judging a recording.
 *
 * @param version what a request says its `Notion-Version` is
 * @returns undefined when there is no document of it
 */
export function checkerOf(version: string): Checker | undefined {
  const known = checkers.get(version);
  if (known || !bundledVersions().includes(version)) return known;
  const checker = createChecker(loadBundle(version));
  checkers.set(version, checker);
  return checker;
}
