import type { Context } from "../context.ts";
import { type ApiError, validationError } from "../errors.ts";
import type { Node } from "../store/tables.ts";

/** How long the URL of a hosted file works. */
const HOUR_MS = 60 * 60 * 1000;

/** A file that is hosted, as an answer has it: its URL works for an hour from now. */
export function renderHosted(
  { url }: { url: string },
  { now }: Context,
): { url: string; expiry_time: string } {
  return { url, expiry_time: new Date(Date.parse(now) + HOUR_MS).toISOString() };
}

/** Whether a node shows a file that is hosted, anywhere: each read signs its URL anew. */
export const hasHostedFile = ({ document }: Node): boolean => document.includes('"type":"file"');

/** 400: there are no uploads to refer to. Goes when file uploads come. */
export const uploadNotFound = (id: string): ApiError =>
  validationError(`Could not find file upload with ID: ${id}. The local server has no file uploads yet.`);
