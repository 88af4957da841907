import { createServer } from "@notional/server";
import { onTestFinished } from "vitest";
import { createClient, type LatestVersion, type NotionVersion } from "../src/index.ts";

/** A page of the sample workspace. */
export const HOME = "2a7e3b51-8d4f-4c69-b2ea-3f507b9d1c23";

/**
 * A server with the sample workspace for the test that asks for it, and a client of it. Whatever the document does not
 * allow is refused, in both directions.
 *
 * @returns the client, and every request that it sent, as `PATCH /v1/blocks/…/children`
 */
export async function localServer<const Version extends NotionVersion = LatestVersion>(
  version: Version = "2026-03-11" as Version,
) {
  const server = await createServer({ settings: { strict: true } });
  onTestFinished(() => server.close());
  const requests: string[] = [];
  const fetch = (request: Request) => {
    requests.push(`${request.method} ${new URL(request.url).pathname}`);
    return server.fetch(request);
  };
  return { server, requests, notion: createClient({ auth: "ntn_local_dev", version, fetch, pace: false }) };
}
