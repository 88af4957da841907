import type { LatestVersion, NotionVersion } from "@notional/openapi-types";
import { groups } from "./__generated__/groups.ts";
import { bind } from "./bind.ts";
import { createCore } from "./core/create-core.ts";
import { lowLevel } from "./low-level.ts";
import type { ClientOptions, VersionOption } from "./options.ts";
import type { NotionClient } from "./types.ts";

/**
 * A client of the Notion API, typed by `Notion-Version`. It has a method for every operation of that version, and
 * openapi-fetch's `GET`, `POST` and so on below them.
 *
 * @param options the token or the client id and secret, and where and how to send requests
 * @throws {TypeError} when `auth` is missing or cannot be right, or when `baseUrl` or `version` is wrong
 *
 * @example
 * const notion = createClient({ auth: "ntn_…" });
 * const page = await notion.pages.get({ page_id });
 * for await (const block of notion.blocks.children.list({ block_id: page.id })) console.log(block.id);
 *
 * @example
 * const old = createClient({ auth: "ntn_…", version: "2022-06-28" });
 * await old.databases.query({ database_id });
 */
export function createClient<const Version extends NotionVersion = LatestVersion>(
  options: ClientOptions & VersionOption<Version>,
): NotionClient<Version> {
  const core = createCore(options);
  return { ...core, ...lowLevel(core), ...bind(core, groups) } as unknown as NotionClient<Version>;
}
