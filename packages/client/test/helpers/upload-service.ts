import { createClient } from "../../src/index.ts";

const id = "b405c3ea-16d8-45f2-8b73-c8e90c46a5bc";

/** What is answered instead of what would be right: the status of an upload, or a failure. */
interface Faults {
  /** What the upload is each time that it is asked for, in order. */
  statuses?: ("pending" | "uploaded" | "failed" | "expired")[];
  /** The part that is refused. */
  refusedPart?: string;
}

/**
 * The file uploads of the API for one upload, and a client of it. `sent` tells the calls, `bytes` what came together.
 */
export function uploadService({ statuses = [], refusedPart }: Faults = {}) {
  const sent: string[] = [];
  const parts = new Map<string, File>();
  let body: { number_of_parts?: number; mode?: string } = {};
  let running = 0;
  let mostRunning = 0;

  const answer = (status: string, more: object = {}) =>
    Response.json({ object: "file_upload", id, status, request_id: "r", ...more });

  async function fetch(request: Request): Promise<Response> {
    const { pathname } = new URL(request.url);
    const last = pathname.split("/").at(-1);
    sent.push(`${request.method} ${last === id ? "get" : last}`);
    if (last === "file_uploads") {
      body = (await request.json()) as typeof body;
      return answer("pending");
    }
    if (last === "send") return receive(await request.formData());
    if (last === "complete") return answer(parts.size === body.number_of_parts ? "uploaded" : "pending");
    const status = statuses.shift() ?? "uploaded";
    const error = { type: "error", error: { message: "The file is too large." } };
    return answer(status, status === "failed" ? { file_import_result: error } : {});
  }

  async function receive(form: FormData): Promise<Response> {
    const number = (form.get("part_number") as string | null) ?? "whole";
    running += 1;
    mostRunning = Math.max(mostRunning, running);
    // Others get their turn, as they would while bytes travel.
    await new Promise((resolve) => setImmediate(resolve));
    running -= 1;
    if (number === refusedPart) {
      return Response.json({ code: "validation_error", message: "No.", status: 400 }, { status: 400 });
    }
    parts.set(number, form.get("file") as File);
    return answer(body.mode === "multi_part" ? "pending" : "uploaded");
  }

  return {
    notion: createClient({ auth: "ntn_local_dev", fetch, pace: false, retries: 0 }),
    sent,
    parts,
    created: () => body,
    mostRunning: () => mostRunning,
    async bytes(): Promise<Uint8Array> {
      const inOrder = [...parts]
        .sort(([one], [other]) => Number(one) - Number(other))
        .map(([, file]) => file);
      return new Uint8Array(await new Blob(inOrder).arrayBuffer());
    },
  };
}
