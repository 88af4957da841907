import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createServer as createApi } from "@notional/server";
import { describe, expect, onTestFinished, test } from "vitest";
import { createRecorder } from "../../src/record/record.ts";
import { checkRecordings, type Verdict } from "../../src/recordings/check.ts";
import { readRecordings } from "../../src/recordings/read.ts";

/** A recorder before an upstream, with what it has written and said. */
async function recording(upstream: string) {
  const folder = mkdtempSync(join(tmpdir(), "notional-record-"));
  const file = join(folder, "out.jsonl");
  const verdicts: (Verdict | undefined)[] = [];
  const recorder = createRecorder({ upstream, file, tape: "t", onExchange: (_, v) => verdicts.push(v) });
  const url = await recorder.listen(0);
  onTestFinished(async () => {
    await recorder.close();
    rmSync(folder, { recursive: true });
  });
  const ask = (path: string, init: RequestInit = {}) =>
    fetch(url + path, {
      ...init,
      headers: {
        authorization: "Bearer ntn_local_dev",
        "notion-version": "2026-03-11",
        ...init.headers,
      },
    });
  return { ask, file, verdicts, recorder };
}

async function localApi(): Promise<string> {
  const api = await createApi();
  onTestFinished(() => api.close());
  return await api.listen();
}

async function upstreamThat(answer: Parameters<typeof createServer>[1]): Promise<string> {
  const upstream = createServer(answer).listen(0, "127.0.0.1");
  await new Promise((resolve) => upstream.once("listening", resolve));
  onTestFinished(() => void upstream.close());
  return `http://127.0.0.1:${(upstream.address() as AddressInfo).port}`;
}

describe("shape", () => {
  test("a line has what recordings have, and no token", async () => {
    const { ask, file } = await recording(await localApi());
    const answered = await ask("/v1/users?page_size=1");
    const body = (await answered.json()) as object;
    const text = readFileSync(file, "utf8");
    expect(text.endsWith("\n")).toBe(true);
    expect(text).not.toContain("ntn_local_dev");
    expect(JSON.parse(text)).toMatchObject({
      id: "recorded:t#0",
      request: {
        method: "GET",
        path: "/v1/users",
        query: [["page_size", "1"]],
        version: "2026-03-11",
        contentType: null,
        body: null,
      },
      response: { status: 200, headers: { "content-type": "application/json; charset=utf-8" } },
    });
    expect(Object.keys(JSON.parse(text).response.body)).toEqual(Object.keys(body));
  });

  test("forms and other texts are written as text, and read again", async () => {
    const { ask, file } = await recording(await upstreamThat((_, response) => response.end("<html>")));
    const form = new FormData();
    form.append("file", new Blob(["beans"]), "beans.txt");
    await (await ask("/v1/file_uploads/x/send", { method: "POST", body: form })).text();
    const [exchange] = readRecordings(file);
    expect(exchange?.request.body).toEqual({ file: "beans" });
    expect(exchange?.response.body).toBe("<html>");
  });
});

describe("validation", () => {
  test("an upstream that does not answer is a 502, and nothing is recorded", async () => {
    const { ask, file } = await recording("http://127.0.0.1:1");
    const response = await ask("/v1/users");
    expect([response.status, await response.json()]).toEqual([
      502,
      {
        object: "error",
        status: 502,
        code: "bad_gateway",
        message: expect.stringMatching(/^http:\/\/127\.0\.0\.1:1 does not answer: /),
      },
    ]);
    expect(readFileSync(file, "utf8")).toBe("");
  });

  test("what the document does not allow is said at once", async () => {
    const wrong = await upstreamThat((_, response) =>
      response
        .writeHead(200, { "content-type": "application/json", "x-notion-request-id": "r" })
        .end(JSON.stringify({ object: "user", id: "no id", surprise: 1 })),
    );
    const { ask, verdicts } = await recording(wrong);
    await (await ask("/v1/users/me")).json();
    expect(verdicts[0]?.operationId).toBe("getSelf");
    expect(verdicts[0]?.response.map(({ at }) => at)).toContain("/id");
  });
});

describe("behaviour", () => {
  test("the caller gets the answer as it was, and the file has it without addresses", async () => {
    const { ask, file } = await recording(await localApi());
    const { results } = (await (await ask("/v1/users")).json()) as { results: object[] };
    const written = readFileSync(file, "utf8");
    const emails = JSON.stringify(results).match(/[\w.]+@[\w.]+/g) ?? [];
    expect(emails.length).toBeGreaterThan(1);
    for (const email of emails) expect(written).not.toContain(email);
    expect(written).toContain("person-1@example.org");
    expect(written).toContain("person-2@example.org");
  });

  test("what was answered is in the file at once, in the form that is checked and replayed", async () => {
    const { ask, file, recorder } = await recording(await localApi());
    const post = (body: object) =>
      ask("/v1/search", {
        method: "POST",
        headers: { "content-type": "application/json" },
        body: JSON.stringify(body),
      });
    for (const [index, body] of [{ page_size: 1 }, { query: "Beans" }].entries()) {
      await (await post(body)).json();
      expect(readRecordings(file)).toHaveLength(index + 1);
    }
    const verdicts = checkRecordings(readRecordings(file));
    expect(verdicts.map(({ request, response }) => [request, response])).toEqual([
      [[], []],
      [[], []],
    ]);
    await recorder.close();
    await expect(post({})).rejects.toThrow("fetch failed");
  });

  test("closing waits for what is under way", async () => {
    let release = (): void => {};
    const arrived = Promise.withResolvers<void>();
    const slow = await upstreamThat((_, response) => {
      release = () => response.writeHead(200, { "content-type": "application/json" }).end("{}");
      arrived.resolve();
    });
    const { ask, file, recorder } = await recording(slow);
    const asked = ask("/v1/users/me", { headers: { connection: "close" } });
    await arrived.promise;
    const closed = recorder.close();
    release();
    expect(await (await asked).json()).toEqual({});
    await closed;
    expect(readRecordings(file)).toHaveLength(1);
  });
});
