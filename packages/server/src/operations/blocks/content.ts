import { contentRefused } from "../../errors.ts";
import type { BlockDocument } from "../../store/documents.ts";
import { dashed } from "../../uuid.ts";
import { uploadNotFound } from "../files.ts";
import type { ContentReading } from "../rich-text/read.ts";
import { contentFields, type Field } from "./fields.ts";

/** What stands under the type of a block in a request; it fits the schema of that type. */
export type ContentRequest = Record<string, unknown>;

const media = new Set(["image", "video", "audio", "pdf", "file"]);

/**
 * The content of a new block in the form in which it is kept, with the defaults for what is left out.
 *
 * @throws ApiError validation_error
 */
export function readContent(
  type: string,
  request: ContentRequest,
  reading: ContentReading = {},
): BlockDocument {
  const content = pick(type, prepare(type, request, reading), reading, ({ absent }) => absent);
  if (type !== "file") return content;
  const { name = fileName(content) } = content;
  return { ...content, name: reading.anyUrl ? name : withExtension(name as string, content) };
}

/**
 * The content of a block after an update: what was sent replaces what was there, the rest stays.
 *
 * @throws ApiError validation_error
 */
export function updateContent(type: string, stored: BlockDocument, request: ContentRequest): BlockDocument {
  const change = pick(type, prepare(type, request, {}), {}, () => undefined);
  // What a link leads to, and where a file is, have one key for each kind.
  if (type === "link_to_page") return change;
  const { file: _, ...kept } = stored;
  const content = { ...("external" in change ? kept : stored), ...change };
  if (type !== "file" || change.name === undefined) return content;
  return { ...content, name: withExtension(change.name as string, content) };
}

function pick(
  type: string,
  content: ContentRequest,
  reading: ContentReading,
  absent: (field: Field) => unknown,
): BlockDocument {
  const document: BlockDocument = {};
  for (const [key, field] of Object.entries(contentFields[type] ?? {})) {
    const sent = content[key];
    const value = sent === undefined ? absent(field) : field.read ? field.read(sent, reading) : sent;
    if (value !== undefined) document[key] = value;
  }
  return document;
}

/** Adds what the request may leave to be understood: the kind of a file, and of what a link leads to. */
function prepare(type: string, request: ContentRequest, { anyUrl = false }: ContentReading): ContentRequest {
  if (request.file_upload) throw uploadNotFound(dashed((request.file_upload as { id: string }).id));
  if (media.has(type) && request.external) {
    const { url } = request.external as { url: string };
    if (!anyUrl && !URL.canParse(url)) throw contentRefused(`Invalid ${type} url.`);
    return { ...request, type: "external" };
  }
  if (type === "link_to_page") {
    const key = ["page_id", "database_id", "comment_id"].find((known) => known in request) as string;
    return { type: key, [key]: request[key] };
  }
  return request;
}

/** The last part of the path of a file's URL; its host when there is none. All of what is no URL. */
function fileName({ external, file }: ContentRequest): string {
  const { url: address } = (external ?? file ?? { url: "" }) as { url: string };
  if (!URL.canParse(address)) return address;
  const url = new URL(address);
  const last = url.pathname.split("/").at(-1);
  return last ? decodeName(last) : url.hostname;
}

const EXTENSION = /\.\w+$/;

/** A name without an extension gets that of the file. What has one keeps it. */
function withExtension(name: string, content: ContentRequest): string {
  if (EXTENSION.test(name)) return name;
  const { url: address } = (content.external ?? content.file ?? { url: "" }) as { url: string };
  const path = URL.canParse(address) ? new URL(address).pathname : "";
  return name + (EXTENSION.exec(path)?.[0] ?? "");
}

function decodeName(name: string): string {
  try {
    return decodeURIComponent(name);
  } catch {
    return name;
  }
}
