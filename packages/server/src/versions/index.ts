import type { NotionVersion } from "@notional/openapi-types";
import { latestVersion, versions as notionVersions } from "@notional/openapi-types/versions";
import type { Context } from "../context.ts";
import { JsonBytes } from "../operations/json-bytes.ts";
import { version20220628 } from "./2022-06-28/index.ts";
import { version20250903 } from "./2025-09-03.ts";
import type { Adapter, Next, VersionedRequest } from "./adapter.ts";

/** One adapter for each version but the newest, the newest first. */
const adapters: Adapter[] = [version20250903, version20220628];

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
  if (chain.length === 0) return handle(request);
  // Adapters look into answers.
  const parsed: Next = async (newest) => {
    const answer = await handle(newest);
    return answer instanceof JsonBytes ? answer.parse() : answer;
  };
  const perform = chain.reduce<Next>(
    (next, adapter) => (upper) => adapter.perform(upper, next, context),
    parsed,
  );
  return perform(request);
}

export { latestVersion, notionVersions };
