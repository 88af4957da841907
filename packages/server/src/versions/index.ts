import type { NotionVersion } from "@notional/openapi-types";
import { latestVersion, versions as notionVersions } from "@notional/openapi-types/versions";
import type { Context } from "../context.ts";
import type { Adapter, Next, VersionedRequest } from "./adapter.ts";

/** One adapter for each version but the newest, the newest first. */
const adapters: Adapter[] = [];

/**
 * Performs a request of any version with what knows the newest one only.
 *
 * @param handle Performs it in the newest version.
 */
export function performIn(
  version: NotionVersion,
  request: VersionedRequest,
  handle: Next,
  context: Context,
): Promise<unknown> {
  const chain = adapters.filter((adapter) => adapter.version >= version);
  const perform = chain.reduce<Next>(
    (next, adapter) => (upper) => adapter.perform(upper, next, context),
    handle,
  );
  return perform(request);
}

export { latestVersion, notionVersions };
