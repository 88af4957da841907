import createOpenapiClient from "openapi-fetch";
import { readingPosts } from "./__generated__/reading-posts.ts";
import type { Core } from "./core/create-core.ts";
import { isRepeatableMethod } from "./operation.ts";

/**
 * openapi-fetch over the core: its requests get the same token, version, pace and retries as all others.
 *
 * @param core what sends
 */
export function lowLevel(core: Core) {
  const reading = new WeakSet<Request>();
  // Arrays in a query are repeated keys (`?a=1&a=2`), which is what openapi-fetch does by itself.
  const client = createOpenapiClient({
    baseUrl: core.baseUrl,
    fetch: (request) => core.fetch(request, isRepeatableMethod(request.method) || reading.has(request)),
  });
  client.use({
    onRequest({ request, schemaPath }) {
      if (request.method === "POST" && readingPosts.includes(schemaPath)) reading.add(request);
      // Here too, so that middleware sees it.
      request.headers.set("Notion-Version", core.version);
    },
  });
  return client;
}
