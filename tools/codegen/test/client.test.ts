import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { generateClient } from "../src/client/generate.ts";
import { placeOf } from "../src/client/place.ts";

let folder: string;
let options: { bundles: string; out: string };

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "codegen-"));
  options = { bundles: join(folder, "dist"), out: join(folder, "out") };
});
afterEach(() => rm(folder, { recursive: true }));

const parameter = (name: string, where: string, required = false) => ({
  name,
  in: where,
  required,
  schema: { type: "string" },
});
const ref = (name: string) => ({ $ref: `#/components/schemas/${name}` });
const json = (name: string) => ({ content: { "application/json": { schema: ref(name) } } });

const QUERY = {
  operationId: "queryThing",
  summary: "Query a thing",
  description: "Finds parts.",
  "x-notion-capabilities": ["read_content"],
  parameters: [parameter("thing_id", "path", true), parameter("fields", "query")],
  requestBody: json("QueryBody"),
  responses: { "200": json("PartList"), "404": { $ref: "#/components/responses/NotFound" } },
};
const SEND = {
  operationId: "sendThing",
  parameters: [parameter("thing_id", "path", true)],
  requestBody: { required: true, content: { "multipart/form-data": { schema: ref("SendBody") } } },
  responses: { "200": json("Part"), "202": json("Task") },
};
const SCHEMAS = {
  ListBase: { properties: { next_cursor: { type: "string" } } },
  PartList: { allOf: [ref("ListBase")], properties: { results: {} } },
  Part: {},
  Task: {},
  QueryBody: { oneOf: [{ properties: { start_cursor: { type: "string" } } }] },
  SendBody: { properties: { file: { type: "string", format: "binary" }, part: { type: "string" } } },
  NotFoundError: { properties: { code: { const: "object_not_found" } } },
};

async function writeBundle(version: string, paths: object, schemas: object = SCHEMAS): Promise<void> {
  const document = {
    openapi: "3.1.0",
    "x-notional-source-hash": `hash${JSON.stringify(paths).length}`,
    info: { title: "Notion API", version },
    paths,
    components: { schemas, responses: { NotFound: json("NotFoundError") } },
  };
  await mkdir(join(options.bundles, version), { recursive: true });
  await writeFile(join(options.bundles, version, "openapi.json"), JSON.stringify(document));
}

const PATHS = {
  "/v1/things/{thing_id}/query": { post: QUERY },
  "/v1/things/{thing_id}/send": { post: SEND },
};
const read = (name: string) => readFile(join(options.out, name), "utf8");

describe("shape", () => {
  test("a module for each thing that the client takes, and one per version", async () => {
    await writeBundle("2025-09-03", PATHS);
    await writeBundle("2026-03-11", PATHS);
    await generateClient(options);
    expect((await readdir(options.out)).sort()).toEqual([
      "2025-09-03.ts",
      "2026-03-11.ts",
      "errors.ts",
      "groups.ts",
      "operations.ts",
      "reading-posts.ts",
      "versions.ts",
    ]);
  });

  test("a function says how it is sent, and no more", async () => {
    await writeBundle("2026-03-11", PATHS);
    await generateClient(options);
    const text = await read("operations.ts");
    expect(text).toContain(
      'export const queryThing = /* @__PURE__ */ listOperation<"queryThing">(' +
        '"POST", "/v1/things/{thing_id}/query", {"query":["fields"]});',
    );
    expect(text).toContain(
      'export const sendThing = /* @__PURE__ */ operation<"sendThing">(' +
        '"POST", "/v1/things/{thing_id}/send", {"body":"form"});',
    );
    expect(await read("reading-posts.ts")).toContain('[\n  "/v1/things/{thing_id}/query",\n]');
    expect(await read("groups.ts")).toContain(
      "things: {\n    query: operations.queryThing,\n    send: operations.sendThing,\n  },",
    );
  });

  test("parameters are one object, and what a list answers is a list", async () => {
    await writeBundle("2026-03-11", PATHS);
    await generateClient(options);
    const text = await read("2026-03-11.ts");
    expect(text).toContain(
      'export type QueryThingParameters = operations["queryThing"]["parameters"]["path"] & ' +
        '(operations["queryThing"]["parameters"]["query"] & {}) & QueryBody;',
    );
    expect(text).toContain('Omit<SendBody, "file"> & { file: Blob };');
    expect(text).toContain(
      "query(parameters: QueryThingParameters, options?: MethodOptions): List<PartList>;",
    );
    expect(text).toContain(
      "send(parameters: SendThingParameters, options?: MethodOptions): Promise<Part | Task>;",
    );
    expect(text).toContain("   * Query a thing.\n   *\n   * Finds parts.\n");
  });

  test("the codes of failures, with their statuses", async () => {
    await writeBundle("2026-03-11", PATHS);
    await generateClient(options);
    expect(await read("errors.ts")).toContain("{\n  object_not_found: 404;\n}");
  });
});

describe("validation", () => {
  const refused = async (paths: object) => {
    await writeBundle("2026-03-11", paths);
    return generateClient(options);
  };

  test("a parameter cannot have the name of a field", async () => {
    const parameters = [...SEND.parameters, parameter("part", "query")];
    const paths = { "/v1/things/{thing_id}/send": { post: { ...SEND, parameters } } };
    await expect(refused(paths)).rejects.toThrow(
      "No client for 2026-03-11: sendThing: part is a parameter and a field of the body.",
    );
  });

  test("two operations cannot stand in one place", async () => {
    const twice = { ...SEND, operationId: "sendAnything" };
    const paths = { ...PATHS, "/v1/things/send": { post: { ...twice, parameters: [] } } };
    await expect(refused(paths)).rejects.toThrow("sendThing and sendAnything are both things.send");
  });

  test("an operation cannot change its way of being sent", async () => {
    await writeBundle("2025-09-03", { "/v1/things/{thing_id}/query": { put: QUERY } });
    await expect(refused(PATHS)).rejects.toThrow("queryThing is called in one way in one version");
  });
});

describe("behaviour", () => {
  test.each([
    ["getPage", "/v1/pages/{page_id}", "pages.get"],
    ["getPageMarkdown", "/v1/pages/{page_id}/markdown", "pages.markdown.get"],
    ["movePage", "/v1/pages/{page_id}/move", "pages.move"],
    ["appendBlockChildren", "/v1/blocks/{block_id}/children", "blocks.children.append"],
    ["queryMeetingNotes", "/v1/blocks/meeting_notes/query", "blocks.meetingNotes.query"],
    ["queryDataSource", "/v1/data_sources/{data_source_id}/query", "dataSources.query"],
    ["getViewQueryResults", "/v1/views/{view_id}/queries/{query_id}", "views.queries.get"],
    ["search", "/v1/search", "search"],
    ["oauthToken", "/v1/oauth/token", "oauth.token"],
    ["getSelf", "/v1/users/me", "users.me"],
  ])("%s of %s is %s", (operationId, path, place) => {
    expect(placeOf(operationId, path).join(".")).toBe(place);
  });

  test("what is fresh is left alone", async () => {
    await writeBundle("2026-03-11", PATHS);
    expect((await generateClient(options)).fresh).toEqual([]);
    expect((await generateClient(options)).written).toEqual([]);
    await writeBundle("2026-03-11", { "/v1/things/{thing_id}/query": { post: QUERY } });
    expect((await generateClient(options)).fresh).toEqual([]);
    expect(await read("operations.ts")).not.toContain("sendThing");
  });
});
