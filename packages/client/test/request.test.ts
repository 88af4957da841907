import { describe, expect, test } from "vitest";
import { buildRequest } from "../src/core/request.ts";
import { createClient } from "../src/index.ts";
import { describeOperation } from "../src/operation.ts";
import { recordingFetch } from "./recording-fetch.ts";

const base = "https://api.notion.com";
const auth = "ntn_1";

describe("shape", () => {
  test("parameters go into the path, the query and the body", async () => {
    const { fetch, sent } = recordingFetch();
    await createClient({ auth, fetch }).dataSources.query({
      data_source_id: "d",
      filter_properties: ["title", "a b"],
      page_size: 3,
      result_type: "page",
    });
    expect(sent).toEqual([
      {
        method: "POST",
        url: `${base}/v1/data_sources/d/query?filter_properties=title&filter_properties=a%20b`,
        headers: {
          authorization: "Bearer ntn_1",
          "content-type": "application/json",
          "notion-version": "2026-03-11",
        },
        body: { page_size: 3, result_type: "page" },
      },
    ]);
  });

  test("without a body, all that is not in the path is in the query", async () => {
    const { fetch, sent } = recordingFetch();
    const notion = createClient({ auth, fetch, baseUrl: "http://localhost:4000/" });
    await notion.blocks.children.list({ block_id: "b", page_size: 2, start_cursor: "a/b?c" });
    expect(sent[0]).toMatchObject({
      method: "GET",
      url: "http://localhost:4000/v1/blocks/b/children?page_size=2&start_cursor=a%2Fb%3Fc",
      body: undefined,
    });
    expect(sent[0]?.headers).not.toHaveProperty("content-type");
  });

  test("a file goes as a form", async () => {
    let form: FormData | undefined;
    const fetch = async (request: Request) => {
      form = await request.formData();
      return Response.json({});
    };
    const file = new File(["bytes"], "guji.jpg", { type: "image/jpeg" });
    await createClient({ auth, fetch }).fileUploads.send({ file_upload_id: "f", file, part_number: "1" });
    const sent = form?.get("file") as File;
    expect([sent.name, sent.type, await sent.text()]).toEqual(["guji.jpg", "image/jpeg", "bytes"]);
    expect(form?.get("part_number")).toBe("1");
    expect(form?.has("file_upload_id")).toBe(false);
  });
});

describe("validation", () => {
  test.each([undefined, null, ""])("an id that is %s is not sent", async (page_id) => {
    const { fetch, sent } = recordingFetch();
    const call = createClient({ auth, fetch }).pages.get({ page_id: page_id as unknown as string });
    await expect(call).rejects.toThrow(new TypeError("`page_id` is missing."));
    expect(sent).toEqual([]);
  });

  test("an id cannot leave its place in the path", () => {
    const get = describeOperation("GET", "/v1/pages/{page_id}");
    const { url } = buildRequest(base, get, { page_id: "../users?a#b" });
    expect(url).toBe(`${base}/v1/pages/..%2Fusers%3Fa%23b`);
  });
});

describe("behaviour", () => {
  const getProperty = describeOperation("GET", "/v1/pages/{page_id}/properties/{property_id}");

  test.each([
    ["%3AUj%3B", "%3AUj%3B"],
    [":Uj;", "%3AUj%3B"],
    ["100%", "100%25"],
  ])("the id of a property, %s, is encoded once", (property_id, expected) => {
    expect(buildRequest(base, getProperty, { page_id: "p", property_id }).url).toBe(
      `${base}/v1/pages/p/properties/${expected}`,
    );
    const query = describeOperation("POST", "/v1/q", { query: ["filter_properties"] });
    expect(buildRequest(base, query, { filter_properties: [property_id] }).url).toBe(
      `${base}/v1/q?filter_properties=${expected}`,
    );
  });

  test("text in the query is sent as it is", () => {
    const list = describeOperation("GET", "/v1/custom_emojis");
    expect(buildRequest(base, list, { name: "%3A" }).url).toBe(`${base}/v1/custom_emojis?name=%253A`);
  });

  test("what is undefined is left out", () => {
    const update = describeOperation("PATCH", "/v1/pages/{page_id}", { query: ["q"] });
    expect(buildRequest(base, update, { page_id: "p", q: undefined, icon: undefined, cover: null })).toEqual({
      url: `${base}/v1/pages/p`,
      body: '{"cover":null}',
    });
  });

  test("the parameters of the caller are left alone", () => {
    const parameters = { page_id: "p", property_id: "title" };
    buildRequest(base, getProperty, parameters);
    expect(parameters).toEqual({ page_id: "p", property_id: "title" });
  });
});
