import { describe, expect, test } from "vitest";
import { createClient } from "../../src/index.ts";
import { FakeClock } from "../fake-clock.ts";
import { recordingFetch } from "../recording-fetch.ts";

describe("shape", () => {
  test.each([
    ["a token", "ntn_1", "Bearer ntn_1"],
    ["a provider", () => "ntn_2", "Bearer ntn_2"],
    ["a provider that takes its time", async () => "ntn_3", "Bearer ntn_3"],
    ["an id and a secret", { clientId: "id", clientSecret: "secret" }, "Basic aWQ6c2VjcmV0"],
  ])("%s", async (_name, auth, authorization) => {
    const { fetch, sent } = recordingFetch();
    await createClient({ auth, fetch }).users.me();
    expect(sent[0]?.headers.authorization).toBe(authorization);
  });
});

describe("validation", () => {
  test("what a provider gives is looked at, and not repeated", async () => {
    const { fetch, sent } = recordingFetch();
    const notion = createClient({ auth: () => "ntn_secret\n", fetch });
    const error = await notion.users.me().catch((caught: unknown) => caught);
    expect(error).toBeInstanceOf(TypeError);
    expect(String(error)).toMatch(/^(?!.*ntn_secret).*`auth` has a space, a line break/s);
    expect(sent).toEqual([]);
  });

  test("what a provider throws is what the call throws, and nothing is sent again", async () => {
    let asked = 0;
    const closed = new Error("The vault is closed.");
    const auth = () => {
      asked += 1;
      throw closed;
    };
    await expect(createClient({ auth }).users.me()).rejects.toBe(closed);
    expect(asked).toBe(1);
  });
});

describe("behaviour", () => {
  test("a provider is asked before every attempt", async () => {
    const clock = new FakeClock();
    const seen: (string | null)[] = [];
    const fetch = async (request: Request) => {
      seen.push(request.headers.get("authorization"));
      return seen.length === 1
        ? Response.json({ code: "service_overload", message: "" }, { status: 529 })
        : Response.json({});
    };
    const tokens = ["ntn_old", "ntn_new"];
    const auth = () => tokens.shift() ?? "";
    const call = createClient({ auth, fetch, clock, random: () => 1 }).users.me();
    await clock.pass(1000);
    await call;
    expect(seen).toEqual(["Bearer ntn_old", "Bearer ntn_new"]);
  });

  test("a call can bring its own", async () => {
    const { fetch, sent } = recordingFetch();
    await createClient({ auth: "ntn_1", fetch }).users.me({}, { headers: { Authorization: "Bearer ntn_2" } });
    expect(sent[0]?.headers.authorization).toBe("Bearer ntn_2");
  });

  test("no call can bring another version", async () => {
    const { fetch, sent } = recordingFetch();
    await createClient({ auth: "ntn_1", fetch }).users.me(
      {},
      { headers: { "Notion-Version": "2022-06-28" } },
    );
    expect(sent[0]?.headers["notion-version"]).toBe("2026-03-11");
  });
});
