import type { Called } from "../fixture.ts";

/** Annotations that say nothing. */
export const plain = {
  bold: false,
  italic: false,
  strikethrough: false,
  underline: false,
  code: false,
  color: "default",
};

/** Rich text of one run, as requests have it. */
export const text = (content: string) => [{ type: "text", text: { content } }];

/** The same as answers have it. */
export const textAnswer = (content: string) => [run(content)];

/** A run of text without formatting, as answers have it. */
export const run = (content: string) => ({
  type: "text",
  text: { content, link: null },
  annotations: plain,
  plain_text: content,
  href: null,
});

/** A refusal without its id, which differs from request to request. */
export function refusal({ status, body }: Pick<Called, "status" | "body">): object {
  const { request_id, ...error } = body;
  return { answered: status, ...error };
}

export const invalid = (message: string): object => ({
  answered: 400,
  object: "error",
  status: 400,
  code: "validation_error",
  message,
});
