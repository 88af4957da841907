import type { NotionVersion } from "@notional/openapi-types";
import type { Middleware } from "openapi-fetch";

/**
 * Sends the version that the types are of, whatever a call says.
 *
 * @param version the `Notion-Version` of the client
 */
export function versionPolicy(version: NotionVersion): Middleware {
  return {
    onRequest({ request }) {
      request.headers.set("Notion-Version", version);
    },
  };
}
