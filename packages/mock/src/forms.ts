import type { MockRequest } from "./engine.ts";
import type { Operation } from "./operations.ts";

/** The media type of a form with files. */
export const FORM = "multipart/form-data";

/**
 * What Prism is told instead. It takes forms apart itself, and then forgets the schemas that ours refer to: it would
 * let every form pass. Under another name it validates the fields that we read like any object.
 */
const FIELDS = "multipart/fields";

/**
 * Reads a form as a map of its fields; a file is the text of its content.
 *
 * @throws TypeError when the form does not keep to the boundary that its content type names.
 */
export async function readForm(body: Buffer, contentType: string): Promise<Record<string, unknown>> {
  const form = await new Response(new Uint8Array(body), {
    headers: { "content-type": contentType },
  }).formData();
  const fields: Record<string, unknown> = {};
  for (const name of new Set(form.keys())) {
    const values = await Promise.all(form.getAll(name).map((value) => new Response(value).text()));
    fields[name] = values.length > 1 ? values : values[0];
  }
  return fields;
}

/** The request as Prism is to see it. */
export function withoutForm(request: MockRequest): MockRequest {
  const type = request.headers["content-type"];
  if (!type?.toLowerCase().startsWith(FORM)) return request;
  return { ...request, headers: { ...request.headers, "content-type": FIELDS } };
}

/** Makes the operations expect what {@link withoutForm} makes of a request. */
export function renameForms(operations: readonly Operation[]): void {
  const contents = operations.flatMap(({ request }) => request?.body?.contents ?? []);
  for (const content of contents) if (content.mediaType === FORM) content.mediaType = FIELDS;
}

/** What Prism says, with the name that the client knows. */
export function withFormName(message: string): string {
  return message.replaceAll(FIELDS, FORM);
}
