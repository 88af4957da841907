import { describe, expect, test } from "vitest";
import { refusal } from "./refusal.ts";

const append = (children: unknown[]) => refusal("2026-03-11", "appendBlockChildren", { body: { children } });

/** A list item with so many levels below it. */
const nested = (levels: number, width = 1): object => ({
  bulleted_list_item: {
    rich_text: [],
    ...(levels > 0 ? { children: Array.from({ length: width }, () => nested(levels - 1)) } : {}),
  },
});

const columns = (content: object): object => ({
  column_list: {
    children: [{ column: { children: [content] } }, { column: { children: [{ divider: {} }] } }],
  },
});

describe("validation", () => {
  test("two levels below the first are taken", async () => {
    expect(await append([nested(2)])).toBeUndefined();
  });

  // Reported: https://github.com/vrerv/md-to-notion/issues/6
  test("a third level is not", async () => {
    expect(await append([{ divider: {} }, nested(3)])).toEqual({
      status: 400,
      code: "validation_error",
      message:
        'body failed validation: body.children[1].bulleted_list_item.children[0].bulleted_list_item.children[0].bulleted_list_item.children should be not present, instead was `[{"bulleted_list_item":{"rich_text":[]}}]`.',
    });
  });

  test("a column is not a level", async () => {
    expect(await append([columns(nested(1))])).toBeUndefined();
    expect((await append([columns(nested(2))]))?.message).toBe(
      'body failed validation: body.children[0].column_list.children[0].column.children[0].bulleted_list_item.children[0].bulleted_list_item.children should be not present, instead was `[{"bulleted_list_item":{"rich_text":[]}}]`.',
    );
  });

  test("a thousand blocks are taken, one more is not", async () => {
    const tens = Array.from({ length: 90 }, () => nested(1, 10));
    expect(await append([...tens, ...Array(10).fill({ divider: {} })])).toBeUndefined();
    expect((await append([...tens, nested(1), ...Array(9).fill({ divider: {} })]))?.message).toBe(
      "body failed validation: body.children should be ≤ `1000` blocks in all, instead was `1001`.",
    );
  });

  test("what is nested ten thousand levels deep does not end the stack", async () => {
    let deep = nested(0);
    for (let level = 0; level < 10_000; level++) {
      deep = { bulleted_list_item: { rich_text: [], children: [deep] } };
    }
    expect(await append([deep])).toEqual({
      status: 400,
      code: "validation_error",
      message: "body failed validation: body should be nested ≤ `64` levels deep.",
    });
  });
});
