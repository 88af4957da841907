import type { LatestVersion, NotionVersion, Schema } from "@notional/openapi-types";
import {
  completeFileUpload,
  createFileUpload,
  getFileUpload,
  sendFileUpload,
} from "../__generated__/operations.ts";
import { type Clock, sleep, systemClock } from "../clock.ts";
import type { Core } from "../core/create-core.ts";
import { NotionError } from "../errors/notion-error.ts";
import type { MethodOptions } from "../operation.ts";
import { partsOf } from "./parts.ts";

// Where the truth is: spec/guides/files.md.
const MEBIBYTE = 1024 * 1024;
/** The most that can be sent at once. */
const LARGEST_SINGLE_PART = 20 * MEBIBYTE;
/** Every part but the last has 5 to 20 MiB. */
const PART = 10 * MEBIBYTE;
/** An import is asked about after a second, and then less and less often. */
const FIRST_WAIT = 1_000;
const LONGEST_WAIT = 10_000;

/** What is uploaded: bytes, or a URL that Notion fetches. */
export type UploadSource =
  | {
      /** A stream whose `size` is not known is read to its end first. */
      file: Blob | ArrayBuffer | Uint8Array | ReadableStream<Uint8Array>;
      /** With its extension. That of a `File` when left out. */
      filename?: string | undefined;
      /** A media type that fits the name. That of a `Blob` when left out. */
      contentType?: string | undefined;
      /** How many bytes a stream brings. */
      size?: number | undefined;
      url?: never;
    }
  | {
      /** Public, and HTTPS. */
      url: string;
      /** With its extension. The end of the path of the URL when left out. */
      filename?: string | undefined;
      contentType?: string | undefined;
      file?: never;
    };

/** How far an upload is. */
export interface UploadProgress {
  sentBytes: number;
  totalBytes: number;
  sentParts: number;
  totalParts: number;
}

export interface UploadOptions extends MethodOptions {
  /** Told after every part. */
  onProgress?: ((progress: UploadProgress) => void) | undefined;
  /** How many parts are sent at the same time: 3 by default. */
  concurrency?: number | undefined;
  /** Where time comes from, for tests. */
  clock?: Clock | undefined;
}

/**
 * Uploads a file in one call, and waits until it can be attached, which has to be done within an hour. More than 20 MiB is
 * sent in parts of 10 MiB, which needs a paid workspace; of a stream with a `size`, no more is held than what is being sent.
 *
 * @param core a client of any version
 * @returns the upload, whose id is attached as `{ type: "file_upload", file_upload: { id } }`
 * @throws {NotionError} when a call fails; `upload_failed` when Notion cannot import the URL, or the upload has expired
 * @throws {TypeError} when there is no name, or a stream has another size than it was said to have
 *
 * @example
 * const { id } = await upload(notion, { file: new File([bytes], "guji.jpg", { type: "image/jpeg" }) });
 */
export async function upload<Version extends NotionVersion = LatestVersion>(
  core: Core<Version>,
  source: UploadSource,
  { onProgress, concurrency = 3, clock = systemClock, ...options }: UploadOptions = {},
): Promise<Schema<"UploadedFileUpload", Version>> {
  const filename = source.filename ?? nameOf(source);
  if (!filename) throw new TypeError("`filename` is missing.");
  const named = { filename, content_type: contentTypeOf(source) };
  const last =
    source.url === undefined
      ? await sendFile(core, await sized(source), named, { onProgress, concurrency, options })
      : await create(core, { mode: "external_url", external_url: source.url, ...named }, options);
  return (await settled(core, last, clock, options)) as Schema<"UploadedFileUpload", Version>;
}

type Upload = Schema<"FileUpload">;
type Call = (core: Core, parameters: object, options: MethodOptions) => Promise<Upload>;

/** They are the same in every version, as far as an upload goes. */
const create = createFileUpload as unknown as Call;
const send = sendFileUpload as unknown as Call;
const complete = completeFileUpload as unknown as Call;
const get = getFileUpload as unknown as Call;

interface Named {
  filename: string;
  content_type: string | undefined;
}

interface Sized {
  file: Blob | ReadableStream<Uint8Array>;
  size: number;
}

async function sendFile(
  core: Core,
  { file, size }: Sized,
  named: Named,
  {
    onProgress,
    concurrency,
    options,
  }: Pick<UploadOptions, "onProgress"> & { concurrency: number; options: MethodOptions },
): Promise<Upload> {
  const isWhole = size <= LARGEST_SINGLE_PART;
  const totalParts = isWhole ? 1 : Math.ceil(size / PART);
  const mode = isWhole ? { mode: "single_part" } : { mode: "multi_part", number_of_parts: totalParts };
  const { id: file_upload_id } = await create(core, { ...mode, ...named }, options);

  // When a part fails, the others need not go on.
  const failed = new AbortController();
  const signal = options.signal ? AbortSignal.any([options.signal, failed.signal]) : failed.signal;
  const parts = partsOf(file, size, isWhole ? LARGEST_SINGLE_PART : PART);
  const progress: UploadProgress = { sentBytes: 0, totalBytes: size, sentParts: 0, totalParts };
  let last: Upload | undefined;
  async function sendParts(): Promise<void> {
    for (;;) {
      const { done, value: part } = await parts.next();
      if (done || failed.signal.aborted) return;
      const form = {
        file_upload_id,
        file: new File([part.content], named.filename, { type: named.content_type ?? "" }),
        part_number: isWhole ? undefined : String(part.number),
      };
      last = await send(core, form, { ...options, signal });
      progress.sentBytes += part.content.size;
      progress.sentParts += 1;
      onProgress?.({ ...progress });
    }
  }
  const senders = Array.from({ length: Math.min(concurrency, totalParts) }, sendParts);
  try {
    await Promise.all(senders);
  } catch (error) {
    failed.abort(error);
    await Promise.allSettled(senders);
    await parts.return(undefined);
    throw error;
  }
  return isWhole && last ? last : complete(core, { file_upload_id }, options);
}

/** Asks until an upload is no longer pending. */
async function settled(core: Core, upload: Upload, clock: Clock, options: MethodOptions): Promise<Upload> {
  let current = upload;
  for (let wait = FIRST_WAIT; current.status === "pending"; wait = Math.min(LONGEST_WAIT, wait * 1.5)) {
    options.signal?.throwIfAborted();
    await sleep(clock, wait, options.signal);
    current = await get(core, { file_upload_id: current.id }, options);
  }
  if (current.status === "uploaded") return current;
  const { file_import_result: result, request_id: requestId } = current;
  const reason = result?.type === "error" ? result.error.message : `It is ${current.status}.`;
  throw new NotionError(`The upload failed: ${reason}`, { status: 200, code: "upload_failed", requestId });
}

async function sized({ file, size }: Extract<UploadSource, { file: unknown }>): Promise<Sized> {
  if (file instanceof ReadableStream && size !== undefined) return { file, size };
  const whole =
    file instanceof Blob ? file : await new Response(file as ReadableStream | Uint8Array<ArrayBuffer>).blob();
  return { file: whole, size: whole.size };
}

function nameOf({ file, url }: UploadSource): string | undefined {
  if (url !== undefined) return decodeURIComponent(new URL(url).pathname.split("/").at(-1) ?? "");
  return file instanceof File ? file.name : undefined;
}

function contentTypeOf({ contentType, file }: UploadSource): string | undefined {
  return (contentType ?? (file instanceof Blob ? file.type : "")) || undefined;
}
