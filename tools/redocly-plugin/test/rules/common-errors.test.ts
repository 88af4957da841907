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
  expect(await lintWith("common-errors", TREE)).toMatchInlineSnapshot(`[]`);
});

test("the list is an option", async () => {
  expect(await lintWith("common-errors", TREE, { statuses: ["404", "500"] })).toMatchInlineSnapshot(`[]`);
});
