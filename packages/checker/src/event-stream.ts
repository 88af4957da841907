/** An event of a stream of server-sent events. */
export interface StreamEvent {
  /** The name, `message` where the stream gives none. */
  event: string;
  data: string;
}

/**
 * Reads a stream of server-sent events that has ended. Comments are left out, and so are blocks without data.
 *
 * @param text the stream as it went over the wire
 */
export function parseEventStream(text: string): StreamEvent[] {
  return text.split(/(?:\r\n?|\n){2}/).flatMap((block) => {
    const fields = block.split(/\r\n?|\n/).map(readField);
    const data = fields.filter(([name]) => name === "data").map(([, value]) => value);
    if (data.length === 0) return [];
    const event = fields.findLast(([name]) => name === "event")?.[1] ?? "message";
    return [{ event, data: data.join("\n") }];
  });
}

/** A comment begins with the colon, so its name is empty. */
function readField(line: string): [name: string, value: string] {
  const [, name = "", value = ""] = /^([^:]*):? ?(.*)$/.exec(line) ?? [];
  return [name, value];
}
