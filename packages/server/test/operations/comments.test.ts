import { expect, test } from "vitest";
import { BOT, PAGE, startWithPage, text } from "./blocks/workspace.ts";

test("a comment stands under the name that was asked for, also in lists", async () => {
  const { call } = await startWithPage();
  const names = [{ type: "user" }, { type: "custom", custom: { name: "Roaster" } }, undefined];
  for (const display_name of names) {
    const body = { parent: { page_id: PAGE }, rich_text: text("Nice"), display_name };
    expect((await call("POST", "/v1/comments", body)).body.created_by).toEqual({ object: "user", id: BOT });
  }
  const { body } = await call("GET", `/v1/comments?block_id=${PAGE}`);
  expect(body.results.map((comment: { display_name: object }) => comment.display_name)).toEqual([
    { type: "user", resolved_name: "Local development" },
    { type: "custom", resolved_name: "Roaster" },
    { type: "integration", resolved_name: "Local development" },
  ]);
});
