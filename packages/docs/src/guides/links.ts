import type { ReferencedOperation } from "./operations.ts";
import type { Guide } from "./read.ts";

export interface Site {
  guides: readonly Guide[];
  operations: ReadonlyMap<string, ReferencedOperation>;
}

/** Where a link of a guide leads on this site. */
export type Target = { href: string } | { broken: string };

/**
 * Follows a link of a guide. Guides link as files do, so that their links work where the files are read:
 *
 * - to a guide or one of its headings: `blocks.md`, `blocks.md#append`, `#append`, `README.md` for the list;
 * - to an operation: `[getPage](../paths/v1_pages_{page_id}.yaml)`, the text being its operationId;
 * - to a webhook: `[page.created](../webhooks/page.created.yaml)`, the text being the event;
 * - to what changed between versions: `../VERSIONS.md`;
 * - elsewhere: `https://…`.
 */
export function follow(guide: Guide, href: string, text: string, { guides, operations }: Site): Target {
  if (href.startsWith("https://")) return { href };
  const [file = "", fragment] = href.split("#", 2) as [string, string?];

  const path = /^\.\.\/((?:paths|webhooks)\/.+)$/.exec(decodeURI(file))?.[1];
  if (path !== undefined) {
    const operation = operations.get(text);
    if (operation?.file === path && fragment === undefined) return { href: operation.href };
    return { broken: operation ? `${text} is in ../${operation.file}` : `nothing is called ${text}` };
  }
  if (href === "../VERSIONS.md") return { href: "/#versions" };
  if (href === "README.md") return { href: "/docs/guides/" };

  const name = file === "" ? guide.name : /^([\w-]+)\.md$/.exec(file)?.[1];
  const target = guides.find((other) => other.name === name);
  if (!target) return { broken: "there is no such guide" };
  if (fragment !== undefined && !target.headings.some(({ id }) => id === fragment)) {
    return { broken: `${target.name}.md has no such heading` };
  }
  return {
    href: `${file === "" ? "" : `/docs/guides/${name}/`}${fragment === undefined ? "" : `#${fragment}`}`,
  };
}
