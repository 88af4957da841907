import { expect, test } from "vitest";
import { lintWith } from "../lint.ts";

const RULE = "operation-id-grammar";

test("an operationId is a verb of its method and a noun", async () => {
  const problems = await lintWith(
    RULE,
    `
paths:
  /v1/pages:
    post: { operationId: createPage }
    get: { operationId: fetchPages }
    patch: { operationId: create_page }
  /v1/blocks/{block_id}/children:
    get: { operationId: listBlockChildren }
    patch: { operationId: appendBlockChildren }
    delete: { operationId: delete }
`,
  );
  expect(problems).toMatchInlineSnapshot(`
    [
      "openapi.yaml:4:25 Name \`fetchPages\` in camelCase as a verb and a noun; a GET operation can get, list.",
      "openapi.yaml:5:27 Name \`create_page\` in camelCase as a verb and a noun; a PATCH operation can update, append.",
      "openapi.yaml:9:28 Name \`delete\` in camelCase as a verb and a noun; a DELETE operation can delete.",
    ]
  `);
});

test("the names that Notion gives itself are exceptions", async () => {
  const tree = `
paths:
  /v1/search:
    post: { operationId: search }
  /v1/oauth/token:
    post: { operationId: oauthToken }
`;
  expect(await lintWith(RULE, tree)).toMatchInlineSnapshot(`
    [
      "openapi.yaml:5:26 Name \`oauthToken\` in camelCase as a verb and a noun; a POST operation can create, append, query, move, search, send, complete, list, introspect, revoke.",
    ]
  `);
  expect(await lintWith(RULE, tree, { exceptions: ["search", "oauthToken"] })).toEqual([]);
});

test("that of a webhook follows from the name of the event", async () => {
  const problems = await lintWith(RULE, {
    "openapi.yaml": `
webhooks:
  page.content_updated: { post: { operationId: onPageContentUpdated } }
  page.created: { post: { operationId: pageCreated } }
  page.moved: { $ref: page.moved.yaml }
`,
    "page.moved.yaml": "post: { operationId: onMoved }",
  });
  expect(problems).toMatchInlineSnapshot(`
    [
      "openapi.yaml:3:40 Name the operation of this webhook \`onPageCreated\`.",
      "page.moved.yaml:1:22 Name the operation of this webhook \`onPageMoved\`.",
    ]
  `);
});
