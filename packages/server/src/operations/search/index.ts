import { reachAll } from "../../auth/access.ts";
import type { Context } from "../../context.ts";
import { findTitles, type SearchedText, type TitleQuery } from "../../store/search/find-titles.ts";
import { stemOf, wordsOf } from "../../store/search/words.ts";
import { fold } from "../../store/slots.ts";
import type { Node } from "../../store/tables.ts";
import { dashed } from "../../uuid.ts";
import { renderDataSources } from "../data-sources/render.ts";
import type { Answer, Handlers, Request } from "../handler.ts";
import { DEFAULT_PAGE_SIZE, invalidCursor, renderList } from "../lists.ts";
import { renderPages } from "../pages/render.ts";

export const searchHandlers: Pick<Handlers, "search"> = { search };

/**
 * Pages and data sources by their titles: those that have one of the words that are searched for, or a word that
 * begins like the last of them. What was changed last comes first, unless a sort says otherwise.
 */
async function search({ body }: Request<"search">, context: Context): Promise<Answer<"search">> {
  const { query = "", filter, sort, start_cursor, page_size = DEFAULT_PAGE_SIZE } = body ?? {};
  const folded = fold(query.trim());
  const inTrash = filter?.in_trash ?? false;
  const asked: Omit<TitleQuery, "from" | "limit"> = {
    workspaceId: context.connection.workspaceId,
    kind: filter && "value" in filter ? filter.value : undefined,
    text: searchedText(folded),
    order: sort && "timestamp" in sort ? (sort.direction === "ascending" ? "asc" : "desc") : orderOf(sort),
    withoutTrash: !inTrash,
    madeBefore: indexedUntil(context),
  };
  const nothing = folded !== "" && asked.text === undefined;
  const found = nothing ? [] : await findVisible(asked, inTrash, start_cursor, page_size + 1, context);
  const results = await render(found.slice(0, page_size), inTrash, context);
  return renderList("page_or_data_source", results, found[page_size]?.id ?? null);
}

const orderOf = (sort: { property: "relevance" } | undefined) => (sort ? "relevance" : "desc");

/** How many words of a query count: more than anybody types, fewer than a statement takes. */
const MOST_WORDS = 100;

function searchedText(folded: string): SearchedText | undefined {
  const words = wordsOf(folded);
  const prefix = words.at(-1);
  const stems = [...new Set(words.slice(-MOST_WORDS).map(stemOf))];
  return prefix === undefined ? undefined : { folded, stems, prefix };
}

/** What was made later is not found yet, when the index is told to be late. */
function indexedUntil({ clock, settings }: Context): string | undefined {
  const { searchDelay } = settings;
  return searchDelay === 0 ? undefined : new Date(clock.now().getTime() - searchDelay).toISOString();
}

/** How many are looked at in one go at most. */
const MOST_AT_ONCE = 2_000;

/** Whether something may be seen, and whether it reads as trashed, is in what stands above it. */
async function findVisible(
  asked: Omit<TitleQuery, "from" | "limit">,
  inTrash: boolean,
  cursor: string | undefined,
  wanted: number,
  context: Context,
): Promise<Node[]> {
  const visible: Node[] = [];
  let from = cursor === undefined ? undefined : dashed(cursor);
  // The place of something unseen would tell that it is there.
  if (from !== undefined && !(await reachAll(context, [from])).has(from)) throw invalidCursor(cursor ?? "");
  let limit = wanted + 1;
  while (true) {
    const ids = await findTitles(context.db, { ...asked, from, limit });
    if (!ids) throw invalidCursor(cursor ?? "");
    const more = ids.length === limit;
    // The last one is the first of the next go.
    const looked = more ? ids.slice(0, -1) : ids;
    const reached = await reachAll(context, looked);
    for (const id of looked) {
      const found = reached.get(id);
      if (found?.inTrash === inTrash) visible.push(found.node);
    }
    if (!more || visible.length >= wanted) return visible.slice(0, wanted);
    from = ids.at(-1);
    limit = Math.min(2 * limit, MOST_AT_ONCE);
  }
}

async function render(
  nodes: readonly Node[],
  inTrash: boolean,
  context: Context,
): Promise<Answer<"search">["results"]> {
  const trashed = new Set(inTrash ? nodes.map(({ id }) => id) : []);
  const of = (kind: Node["kind"]) => nodes.filter((node) => node.kind === kind);
  const rendered = [
    ...(await renderPages(of("page"), trashed, context)),
    ...(await renderDataSources(of("data_source"), trashed, context)),
  ];
  const byId = new Map(rendered.map((object) => [object.id, object]));
  return nodes.flatMap(({ id }) => byId.get(id) ?? []);
}
