import { createClient } from "@notional/client";
import type { Target } from "./target.ts";

/**
 * The live API, or whatever else answers at a URL. What it holds is its owner's: requests are about what the token can
 * see, and a failure that the document has counts as an answer.
 *
 * @param options.baseUrl without `/v1`
 * @param options.token of an internal connection
 */
export function live({ baseUrl, token }: { baseUrl: string; token: string }): Target {
  return {
    name: "live",
    async start() {
      const seen = await visibleIds(baseUrl, token);
      return {
        url: baseUrl,
        token,
        credentials: { clientId: "", clientSecret: "" },
        mayFail: true,
        fit(_operation, request) {
          const { start_cursor: _, ...query } = request.query;
          const known = Object.entries(request.path).map(([name, example]) => [name, seen[name] ?? example]);
          return { ...request, query, path: Object.fromEntries(known) };
        },
        close: async () => {},
      };
    },
  };
}

/** An id of everything that search and the list of users show, by the name of the path parameter that takes it. */
async function visibleIds(baseUrl: string, token: string): Promise<Record<string, string>> {
  const client = createClient({ auth: token, baseUrl, version: "2026-03-11" });
  const { results } = await client.request("post", "/v1/search", { body: { page_size: 100 } }).then(orThrow);
  const users = await client.request("get", "/v1/users", {}).then(orThrow);
  const page = results.find(({ object }) => object === "page");
  const source = results.find(({ object }) => object === "data_source");
  const parent = (source as { parent?: { database_id?: string } } | undefined)?.parent;
  const ids = {
    page_id: page?.id,
    block_id: page?.id,
    data_source_id: source?.id,
    database_id: parent?.database_id,
    user_id: users.results[0]?.id,
  };
  return Object.fromEntries(Object.entries(ids).filter(([, id]) => id !== undefined)) as Record<
    string,
    string
  >;
}

function orThrow<T>({ data, error }: { data?: T | undefined; error?: unknown }): T {
  if (data === undefined) throw new Error(`The target refuses the token: ${JSON.stringify(error)}`);
  return data;
}
