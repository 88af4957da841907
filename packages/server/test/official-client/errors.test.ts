import { APIErrorCode, APIResponseError, Client, isNotionClientError } from "@notionhq/client";
import { describe, expect, test } from "vitest";
import { type Driven, drive, sdkVersions } from "./driven.ts";
import * as at from "./world.ts";

/** What the client throws for a call that the server refuses. */
async function refusalOf(call: Promise<unknown>): Promise<APIResponseError> {
  const error = await call.then(
    () => new Error("It was answered."),
    (thrown: unknown) => thrown,
  );
  if (!APIResponseError.isAPIResponseError(error)) throw error;
  expect(isNotionClientError(error)).toBe(true);
  return error;
}

const wire = ({ exchanges }: Driven): number[] => exchanges.map(({ status }) => status);

describe.each(sdkVersions)("behaviour under %s", (version) => {
  test("404 says what was not found, and for whom", async () => {
    const driven = await drive(version);
    const error = await refusalOf(driven.client.pages.retrieve({ page_id: at.MISSING }));
    expect(error).toMatchObject({
      status: 404,
      code: APIErrorCode.ObjectNotFound,
      message: `Could not find page with ID: ${at.MISSING}. Make sure the relevant pages and databases are shared with your integration "Local development".`,
      additional_data: { integration_id: at.BOT },
      request_id: "00000001-0000-8000-8000-000000000002",
    });
    expect(driven.exchanges).toEqual([{ operationId: "getPage", status: 404, problems: [] }]);
  });

  test("400 says what was wrong", async () => {
    const driven = await drive(version);
    const error = await refusalOf(driven.client.blocks.children.list({ block_id: at.PAGE, page_size: 101 }));
    expect(error).toMatchObject({
      status: 400,
      code: APIErrorCode.ValidationError,
      message:
        "query failed validation: query.page_size should be ≤ `100` or `undefined`, instead was `101`.",
    });
    expect(driven.exchanges).toEqual([{ operationId: "listBlockChildren", status: 400, problems: [] }]);
  });

  test("401 for a token that nobody has", async () => {
    const driven = await drive(version);
    const stranger = new Client({ auth: "ntn_nobody", baseUrl: driven.baseUrl, notionVersion: version });
    const error = await refusalOf(stranger.users.me({}));
    expect(error).toMatchObject({
      status: 401,
      code: APIErrorCode.Unauthorized,
      message: "API token is invalid.",
    });
    expect(wire(driven)).toEqual([401]);
  });

  test("429 is tried again when the window is over", async () => {
    const driven = await drive(version, { rateLimit: { connection: 1, workspace: 10 } });
    const { client, fixture } = driven;
    // A second before the end of the window, so that the client does not wait for longer.
    fixture.clock.time = new Date("2026-11-20T12:34:59.000Z");
    await client.users.me({});
    const again = client.users.me({});
    fixture.clock.time = new Date("2026-11-20T12:35:00.000Z");
    expect(await again).toMatchObject({ object: "user", id: at.BOT });
    expect(wire(driven).at(-1)).toBe(200);
  });

  test("429 that does not end is reported, with what limit it was and when to come back", async () => {
    const driven = await drive(version, { rateLimit: { connection: 0, workspace: 10 } });
    const impatient = new Client({
      auth: "ntn_local_dev",
      baseUrl: driven.baseUrl,
      notionVersion: version,
      retry: { maxRetries: 2, maxRetryDelayMs: 0 },
    });
    const error = await refusalOf(impatient.users.me({}));
    expect(error).toMatchObject({
      status: 429,
      code: APIErrorCode.RateLimited,
      message: "You have been rate limited. Please try again later.",
      additional_data: { rate_limit_reason: "public_api_request_rate_limit", retry_after: "4" },
    });
    expect((error.headers as Headers).get("retry-after")).toBe("4");
    expect(wire(driven)).toEqual([429, 429, 429]);
    expect(driven.exchanges.flatMap(({ problems }) => problems)).toEqual([]);
  });
});
