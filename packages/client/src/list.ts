import { NotionError } from "./errors/notion-error.ts";

/** What is on the pages of a list. An answer that is not a list is its own only item. */
export type ItemOf<Page> = Page extends { results: (infer Item)[] } ? Item : Page;

interface PageOfList {
  results?: unknown[];
  has_more?: boolean;
  next_cursor?: string | null;
  request_id?: string;
  request_status?: { type: string; incomplete_reason?: string };
}

/**
 * The answer of an operation that goes on from a cursor.
 *
 * - `await list` is the first page.
 * - `for await (const item of list)` goes through all items of all pages.
 * - `for await (const page of list.pages())` goes through the pages.
 * - `await list.collect(limit)` is an array.
 *
 * Going on later: keep the `next_cursor` of a page and pass it as `start_cursor`.
 */
export class List<Page> implements Promise<Page>, AsyncIterable<ItemOf<Page>> {
  readonly [Symbol.toStringTag] = "List";
  readonly #load: (cursor: string | undefined) => Promise<unknown>;
  readonly #first: Promise<Page>;
  // Written out, because a compiler looks through it wherever a list is awaited.
  // biome-ignore lint/suspicious/noThenProperty: a list can be awaited
  readonly then: <Fulfilled = Page, Rejected = never>(
    onfulfilled?: ((page: Page) => Fulfilled | PromiseLike<Fulfilled>) | null,
    onrejected?: ((reason: unknown) => Rejected | PromiseLike<Rejected>) | null,
  ) => Promise<Fulfilled | Rejected>;
  readonly catch: Promise<Page>["catch"];
  readonly finally: Promise<Page>["finally"];

  /** @param load asks for the page after a cursor, or for the first, which it does at once */
  constructor(load: (cursor: string | undefined) => Promise<unknown>) {
    this.#load = load;
    const first = load(undefined) as Promise<Page>;
    this.#first = first;
    // biome-ignore lint/suspicious/noThenProperty: a list can be awaited
    this.then = first.then.bind(first) as Promise<Page>["then"];
    this.catch = first.catch.bind(first) as Promise<Page>["catch"];
    this.finally = first.finally.bind(first);
  }

  /**
   * The pages, one request each. A query that the API cuts off ends with a page whose `request_status` says so.
   *
   * @throws {NotionError} when a request fails
   */
  async *pages(): AsyncGenerator<Awaited<Page>, void, undefined> {
    let page: Awaited<Page> = await this.#first;
    for (;;) {
      yield page;
      const { has_more, next_cursor } = page as PageOfList;
      if (!has_more || !next_cursor) return;
      const next = (await this.#load(next_cursor)) as Awaited<Page>;
      if ((next as PageOfList).next_cursor === next_cursor) {
        // It would never end.
        throw new NotionError("The API answered with the cursor that it was asked for.", {
          status: 200,
          code: "unexpected_answer",
          requestId: (next as PageOfList).request_id,
        });
      }
      page = next;
    }
  }

  /**
   * The items of all pages.
   *
   * @throws {NotionError} when a request fails; `query_result_limit_reached` after the last item when the API has more
   *   than it gives, so that nobody takes a part for the whole
   */
  async *[Symbol.asyncIterator](): AsyncGenerator<ItemOf<Page>, void, undefined> {
    for await (const page of this.pages()) {
      const { results, request_status, request_id } = page as PageOfList;
      yield* (results ?? [page]) as ItemOf<Page>[];
      if (request_status?.type !== "incomplete") continue;
      throw new NotionError("The API gives no more rows of this query. `queryAll` does.", {
        status: 200,
        code: "query_result_limit_reached",
        requestId: request_id,
      });
    }
  }

  /**
   * The items as an array.
   *
   * @param limit how many at most; no further page is asked for than it needs
   * @throws {NotionError} as going through the items does
   */
  async collect(limit = Number.POSITIVE_INFINITY): Promise<ItemOf<Page>[]> {
    const items: ItemOf<Page>[] = [];
    if (limit <= 0) return items;
    for await (const item of this) {
      items.push(item);
      if (items.length >= limit) break;
    }
    return items;
  }
}
