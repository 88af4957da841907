/** The media type of a form with files. */
export const multipart = "multipart/form-data";

/**
 * Reads a form as a map of its fields, so that a schema of an object can say what a form has. A file is the text of
 * its content, like any other field: schemas say of it that it is a string.
 *
 * @param text the body as it went over the wire
 * @param contentType the `Content-Type` with the boundary
 * @returns the fields; one that is there more than once is a list
 * @throws when the content type has no boundary or the body does not keep to it
 */
export function readMultipart(text: string, contentType: string): Record<string, unknown> {
  const boundary = /boundary="?([^";]+)"?/i.exec(contentType)?.[1];
  if (boundary === undefined) throw new Error(`"${contentType}" has no boundary.`);
  const [preamble, ...parts] = `\r\n${text}`.split(`\r\n--${boundary}`);
  const end = parts.pop();
  if (preamble !== "" || end?.trim() !== "--") throw new Error("The form does not keep to its boundary.");
  const fields: Record<string, unknown> = {};
  for (const part of parts) {
    const { name, content } = readPart(part);
    fields[name] = name in fields ? [fields[name], content].flat() : content;
  }
  return fields;
}

/**
 * Makes a form of a map of its fields.
 *
 * @param fields what the document shows as the value of the form
 * @param isFile which fields are files
 */
export function toFormData(fields: Record<string, unknown>, isFile: (name: string) => boolean): FormData {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) {
    if (isFile(name)) form.append(name, new Blob([String(value)], { type: "text/plain" }), `${name}.txt`);
    else form.append(name, String(value));
  }
  return form;
}

function readPart(part: string): { name: string; content: string } {
  const gap = part.indexOf("\r\n\r\n");
  const name = /^content-disposition:.*?[; ]name="([^"]*)"/im.exec(part.slice(0, gap))?.[1];
  if (gap === -1 || name === undefined) throw new Error("A part of the form has no name.");
  return { name, content: part.slice(gap + 4) };
}
