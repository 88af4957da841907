import { expect, test } from "vitest";
import { lintWith } from "../lint.ts";

const TREE = {
  "openapi.yaml": `
paths:
  /v1/pages:
    post:
      responses:
        "200": { $ref: NotFound.yaml }
        "404": { $ref: NotFound.yaml }
        "429": { description: Too many. }
`,
  "NotFound.yaml": `description: Nothing there.`,
};

test("every operation has every shared failure, by reference", async () => {
  expect(await lintWith("common-errors", TREE)).toMatchInlineSnapshot(`
    [
      "openapi.yaml:4:7 Add the shared responses for 400, 401, 403, 409, 500, 502, 503, 504, 529: any operation can answer them.",
      "openapi.yaml:5:9 Write the 200 response here: what an operation answers is its own.",
      "openapi.yaml:7:9 Refer to the shared response for 429 in components/responses instead of writing one here.",
    ]
  `);
});

test("the list is an option", async () => {
  expect(await lintWith("common-errors", TREE, { statuses: ["404", "500"] })).toMatchInlineSnapshot(`
    [
      "openapi.yaml:4:7 Add the shared responses for 500: any operation can answer them.",
      "openapi.yaml:5:9 Write the 200 response here: what an operation answers is its own.",
    ]
  `);
});

test("an operation may be said not to have some of them", async () => {
  const tree = {
    ...TREE,
    "openapi.yaml": `
paths:
  /v1/oauth/token:
    post:
      operationId: oauthToken
      responses: { "400": { $ref: NotFound.yaml } }
  /v1/pages:
    post:
      operationId: createPage
      responses: { "400": { $ref: NotFound.yaml } }
`,
  };
  const options = { statuses: ["400", "404", "409"], exceptions: { oauthToken: ["404", "409"] } };
  expect(await lintWith("common-errors", tree, options)).toMatchInlineSnapshot(`
    [
      "openapi.yaml:9:7 Add the shared responses for 404, 409: any operation can answer them.",
    ]
  `);
});
