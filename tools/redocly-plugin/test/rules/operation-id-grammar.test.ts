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
  expect(problems).toMatchInlineSnapshot(`[]`);
});

test("the names that Notion gives itself are exceptions", async () => {
  const tree = `
paths:
  /v1/search:
    post: { operationId: search }
  /v1/oauth/token:
    post: { operationId: oauthToken }
`;
  expect(await lintWith(RULE, tree)).toMatchInlineSnapshot(`[]`);
  expect(await lintWith(RULE, tree, { exceptions: ["search", "oauthToken"] })).toEqual([]);
});

test("webhooks are events, not verbs", async () => {
  expect(await lintWith(RULE, `webhooks: { page.created: { post: { operationId: pageCreated } } }`)).toEqual(
    [],
  );
});
