import { expect, test } from "vitest";
import { BOT, invalid, PAGE, refusal, startWithPage, text } from "./blocks/workspace.ts";

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

test("what is in the trash takes no comment", async () => {
  const { call } = await startWithPage();
  const place = { parent: { page_id: PAGE }, properties: {} };
  const { id } = (await call("POST", "/v1/pages", place)).body;
  const comment = { parent: { page_id: id }, rich_text: text("Nice") };
  const { discussion_id } = (await call("POST", "/v1/comments", comment)).body;
  await call("PATCH", `/v1/pages/${id}`, { in_trash: true });
  // Reported of such a request in https://github.com/Umbral-Bot/umbral-agent-stack
  const expected = invalid("Can't edit block that is archived. You must unarchive the block before editing.");
  expect(refusal(await call("POST", "/v1/comments", comment))).toEqual(expected);
  const reply = { discussion_id, rich_text: text("Nice") };
  expect(refusal(await call("POST", "/v1/comments", reply))).toEqual(expected);
});

test("ids may be without dashes and in upper case, as everywhere", async () => {
  const { call } = await startWithPage();
  const bare = (id: string): string => id.replaceAll("-", "").toUpperCase();
  const rich_text = text("Nice");
  const { body: onPage } = await call("POST", "/v1/comments", { parent: { page_id: bare(PAGE) }, rich_text });
  expect(onPage.parent).toEqual({ type: "page_id", page_id: PAGE });
  const reply = { discussion_id: bare(onPage.discussion_id), rich_text };
  const { body: second } = await call("POST", "/v1/comments", reply);
  expect(second.discussion_id).toBe(onPage.discussion_id);
  const { body: list } = await call("GET", `/v1/comments?block_id=${bare(PAGE)}`);
  expect(list.results.map(({ id }: { id: string }) => id)).toEqual([onPage.id, second.id]);

  const { body: blocks } = await call("PATCH", `/v1/blocks/${PAGE}/children`, {
    children: [{ paragraph: { rich_text } }],
  });
  const [{ id: block }] = blocks.results;
  const { body: onBlock } = await call("POST", "/v1/comments", {
    parent: { block_id: bare(block) },
    rich_text,
  });
  expect(onBlock.parent).toEqual({ type: "block_id", block_id: block });
});
