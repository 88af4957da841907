import { expect, test } from "vitest";
import { tidyComment } from "../src/comments.ts";

test("a description is plain text", () => {
  expect(tidyComment("* @description A page. ")).toBe("* A page. ");
});

test("what the type says goes, and with it a comment that says nothing else", () => {
  expect(tidyComment("* @constant ")).toBe("");
  expect(tidyComment("*\n * @description A colour.\n * @enum {string}\n ")).toBe("* A colour. ");
});

test("the summary comes before the description, the format after it, the tags last", () => {
  const text =
    "*\n * When.\n * Format: date-time\n * @deprecated\n * @description The time.\n * @default now\n ";
  expect(tidyComment(text)).toBe(
    "*\n * When.\n *\n * The time.\n *\n * Format: date-time\n *\n * @deprecated\n * @default now\n ",
  );
});

test("a description of several lines keeps them, and its lists", () => {
  const text = "*\n * @description One of:\n *\n *     - `a`: first.\n *     - `b`: second.\n ";
  expect(tidyComment(text)).toBe("*\n * One of:\n *\n * - `a`: first.\n * - `b`: second.\n ");
});
