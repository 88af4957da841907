import { BodyTooLarge, type HttpRequest, type HttpResponse } from "./messages.ts";

/** A `Request` as the API reads it. */
export function fromRequest(request: Request): HttpRequest {
  const { method, url, headers } = request;
  const [address = ""] = url.split("#", 1);
  return {
    method,
    target: address.slice(address.indexOf("/", address.indexOf("//") + 2)),
    header: (name) => headers.get(name) ?? undefined,
    body: async (limit) => {
      if (Number(headers.get("content-length") ?? 0) > limit) throw new BodyTooLarge();
      const chunks: Uint8Array[] = [];
      let size = 0;
      for await (const chunk of request.body ?? []) {
        size += chunk.byteLength;
        if (size > limit) throw new BodyTooLarge();
        chunks.push(chunk);
      }
      return Buffer.concat(chunks);
    },
  };
}

export const toResponse = ({ status, headers, body }: HttpResponse): Response =>
  new Response(body, { status, headers });
