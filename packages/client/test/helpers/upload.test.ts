import { createMock } from "@notional/mock";
import { describe, expect, onTestFinished, test } from "vitest";
import { createClient, NotionError, type UploadProgress, upload } from "../../src/index.ts";
import { FakeClock } from "../fake-clock.ts";
import { uploadService } from "./upload-service.ts";

const MEBIBYTE = 1024 * 1024;
const id = "b405c3ea-16d8-45f2-8b73-c8e90c46a5bc";

/** Bytes that are not the same everywhere. */
function bytesOf(size: number): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(size);
  for (let index = 0; index < size; index += 4_093) bytes[index] = index % 251;
  return bytes;
}

function streamOf(bytes: Uint8Array, chunk = 1_000_003) {
  let start = 0;
  return new ReadableStream<Uint8Array>({
    pull(controller) {
      if (start >= bytes.length) return controller.close();
      controller.enqueue(bytes.slice(start, start + chunk));
      start += chunk;
    },
  });
}

describe("shape", () => {
  test("a small file", async () => {
    const { notion, sent, parts, created } = uploadService();
    const file = new File(["beans"], "guji.jpg", { type: "image/jpeg" });
    expect(await upload(notion, { file })).toMatchObject({ id, status: "uploaded" });
    expect(created()).toEqual({ mode: "single_part", filename: "guji.jpg", content_type: "image/jpeg" });
    expect(sent).toEqual(["POST file_uploads", "POST send"]);
    const whole = parts.get("whole");
    expect([whole?.name, whole?.type, await whole?.text()]).toEqual(["guji.jpg", "image/jpeg", "beans"]);
  });

  test.each([
    ["an ArrayBuffer", (bytes: Uint8Array<ArrayBuffer>) => bytes.buffer],
    ["a part of one", (bytes: Uint8Array<ArrayBuffer>) => new Uint8Array([0, ...bytes, 0]).subarray(1, -1)],
    ["a Blob", (bytes: Uint8Array<ArrayBuffer>) => new Blob([bytes])],
    ["a stream", (bytes: Uint8Array<ArrayBuffer>) => streamOf(bytes, 2)],
  ])("%s", async (_, from) => {
    const { notion, bytes, created } = uploadService();
    await upload(notion, {
      file: from(new TextEncoder().encode("beans")),
      filename: "a.txt",
      contentType: "text/plain",
    });
    expect(created()).toEqual({ mode: "single_part", filename: "a.txt", content_type: "text/plain" });
    expect(new TextDecoder().decode(await bytes())).toBe("beans");
  });

  test("a large file goes in parts", async () => {
    const { notion, sent, parts, bytes, created } = uploadService();
    const file = bytesOf(25 * MEBIBYTE);
    await upload(notion, { file, filename: "roasting.mp4", contentType: "video/mp4" });
    expect(created()).toEqual({
      mode: "multi_part",
      number_of_parts: 3,
      filename: "roasting.mp4",
      content_type: "video/mp4",
    });
    expect([...parts].map(([number, { size }]) => [number, size / MEBIBYTE]).sort()).toEqual([
      ["1", 10],
      ["2", 10],
      ["3", 5],
    ]);
    expect(Buffer.compare(await bytes(), file)).toBe(0);
    expect(sent).toEqual(["POST file_uploads", "POST send", "POST send", "POST send", "POST complete"]);
  });

  test("a URL, until it is imported", async () => {
    const clock = new FakeClock();
    const { notion, sent, created } = uploadService({ statuses: ["pending", "uploaded"] });
    const uploading = upload(
      notion,
      { url: "https://lighthouse.example/a/guji%20green.jpg?size=2" },
      { clock },
    );
    await clock.pass(1_000);
    await clock.pass(1_500);
    expect(await uploading).toMatchObject({ status: "uploaded" });
    expect(created()).toEqual({
      mode: "external_url",
      external_url: "https://lighthouse.example/a/guji%20green.jpg?size=2",
      filename: "guji green.jpg",
    });
    expect(sent).toEqual(["POST file_uploads", "GET get", "GET get"]);
  });

  test.each(["2022-06-28", "2025-09-03", "2026-03-11"] as const)(
    "the mock takes it, in %s",
    async (version) => {
      const mock = createMock();
      const { url } = await mock.listen(0);
      onTestFinished(() => mock.close());
      const notion = createClient({ auth: "ntn_local_dev", baseUrl: url, version });
      const { id, status } = await upload(notion, {
        file: new File(["beans"], "guji.jpg", { type: "image/jpeg" }),
      });
      expect(id).toMatch(/^[0-9a-f-]{36}$/);
      expect(status).toBe("uploaded");
    },
  );
});

describe("validation", () => {
  test("a name is needed", async () => {
    const { notion, sent } = uploadService();
    await expect(upload(notion, { file: new Blob(["beans"]) })).rejects.toThrow(
      new TypeError("`filename` is missing."),
    );
    expect(sent).toEqual([]);
  });

  test("a stream that is longer or shorter than it was said to be", async () => {
    for (const [size, message] of [
      [4, "The stream brings more than 4 bytes."],
      [6, "The stream brings 5 bytes, not 6."],
    ] as const) {
      const { notion, sent } = uploadService();
      const file = streamOf(new TextEncoder().encode("beans"), 3);
      await expect(upload(notion, { file, filename: "a.txt", size })).rejects.toThrow(new TypeError(message));
      expect(sent).not.toContain("POST send");
    }
  });

  test("an import that fails, and an upload that expires", async () => {
    for (const [status, message] of [
      ["failed", "The upload failed: The file is too large."],
      ["expired", "The upload failed: It is expired."],
    ] as const) {
      const clock = new FakeClock();
      const { notion } = uploadService({ statuses: [status] });
      const uploading = upload(notion, { url: "https://lighthouse.example/guji.jpg" }, { clock });
      const [error] = await Promise.all([uploading.catch((reason: unknown) => reason), clock.pass(1_000)]);
      expect(error).toBeInstanceOf(NotionError);
      expect(error).toMatchObject({ code: "upload_failed", message, requestId: "r" });
    }
  });
});

describe("behaviour", () => {
  test("parts go side by side, and no more of them than was asked for", async () => {
    for (const concurrency of [1, 2, 5]) {
      const { notion, mostRunning, bytes } = uploadService();
      const file = bytesOf(41 * MEBIBYTE);
      await upload(notion, { file, filename: "roasting.mp4" }, { concurrency });
      expect(mostRunning()).toBe(concurrency);
      expect(Buffer.compare(await bytes(), file)).toBe(0);
    }
  });

  test("a stream with a size is read no further than it is sent", async () => {
    const { notion, bytes } = uploadService();
    const whole = bytesOf(35 * MEBIBYTE);
    let read = 0;
    let ahead = 0;
    let sentBytes = 0;
    const counted = streamOf(whole).pipeThrough(
      new TransformStream<Uint8Array, Uint8Array>({
        transform(chunk, controller) {
          read += chunk.length;
          ahead = Math.max(ahead, read - sentBytes);
          controller.enqueue(chunk);
        },
      }),
    );
    const onProgress = (progress: UploadProgress) => {
      sentBytes = progress.sentBytes;
    };
    const source = { file: counted, filename: "roasting.mp4", size: whole.length };
    await upload(notion, source, { concurrency: 1, onProgress });
    expect(ahead).toBeLessThan(14 * MEBIBYTE);
    expect(Buffer.compare(await bytes(), whole)).toBe(0);
  });

  test("progress", async () => {
    const { notion } = uploadService();
    const told: UploadProgress[] = [];
    const options = { concurrency: 1, onProgress: (progress: UploadProgress) => told.push(progress) };
    await upload(notion, { file: bytesOf(21 * MEBIBYTE), filename: "roasting.mp4" }, options);
    const totals = { totalBytes: 21 * MEBIBYTE, totalParts: 3 };
    expect(told).toEqual([
      { sentBytes: 10 * MEBIBYTE, sentParts: 1, ...totals },
      { sentBytes: 20 * MEBIBYTE, sentParts: 2, ...totals },
      { sentBytes: 21 * MEBIBYTE, sentParts: 3, ...totals },
    ]);
  });

  test("when a part is refused, nothing more is sent and the stream is let go", async () => {
    const { notion, sent } = uploadService({ refusedPart: "2" });
    const source = { file: streamOf(bytesOf(60 * MEBIBYTE)), filename: "roasting.mp4", size: 60 * MEBIBYTE };
    await expect(upload(notion, source, { concurrency: 1 })).rejects.toMatchObject({
      code: "validation_error",
    });
    expect(sent).toEqual(["POST file_uploads", "POST send", "POST send"]);
    expect(source.file.locked).toBe(true);
  });

  test("the signal ends it, also while it waits", async () => {
    const clock = new FakeClock();
    const { notion, sent } = uploadService({ statuses: ["pending"] });
    const controller = new AbortController();
    const { signal } = controller;
    const uploading = upload(notion, { url: "https://lighthouse.example/guji.jpg" }, { clock, signal });
    const caught = uploading.catch((reason: unknown) => reason);
    await clock.set(1_000);
    controller.abort(new Error("Enough."));
    expect(await caught).toEqual(new Error("Enough."));
    expect(sent).toEqual(["POST file_uploads"]);
  });
});
