import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { createClient, NotionError, readEventStream, streamSession } from "../../src/index.ts";

function streamOf(...chunks: (string | Uint8Array)[]) {
  let isCanceled = false;
  const waiting = chunks.map((chunk) =>
    typeof chunk === "string" ? new TextEncoder().encode(chunk) : chunk,
  );
  const stream = new ReadableStream<Uint8Array>(
    {
      pull(controller) {
        const chunk = waiting.shift();
        if (chunk) controller.enqueue(chunk);
        else controller.close();
      },
      cancel() {
        isCanceled = true;
      },
    },
    { highWaterMark: 0 },
  );
  return { stream, isCanceled: () => isCanceled };
}

async function all<Item>(items: AsyncIterable<Item>): Promise<Item[]> {
  const found: Item[] = [];
  for await (const item of items) found.push(item);
  return found;
}

const read = (...chunks: (string | Uint8Array)[]) => all(readEventStream(streamOf(...chunks).stream));

describe("shape", () => {
  test("events with a name, without one, and with an id", async () => {
    expect(await read("event: end\nid: 7\ndata: {}\n\ndata: a\ndata: b\n\n")).toEqual([
      { event: "end", data: "{}", id: "7" },
      { event: "message", data: "a\nb", id: "7" },
    ]);
  });

  test("the example of the document, through the client", async () => {
    const events = ["session.snapshot", "event.committed", "stream.end"].map((type) => ({ type }));
    const text = events.map((event) => `event: ${event.type}\ndata: ${JSON.stringify(event)}\n\n`).join("");
    const sent: Request[] = [];
    const fetch = async (request: Request) => {
      sent.push(request);
      return new Response(text, { headers: { "content-type": "text/event-stream" } });
    };
    const notion = createClient({ auth: "ntn_local_dev", fetch });
    const body = { message: "Which beans are left?", agent_id: "2a7e3b51-8d4f-4c69-b2ea-3f507b9d1c23" };
    expect(await all(streamSession(notion, body))).toEqual(events);
    expect(sent.map(({ method, url }) => `${method} ${url}`)).toEqual([
      "POST https://api.notion.com/v1/sessions",
    ]);
    expect(sent[0]?.headers.get("accept")).toBe("text/event-stream");
    expect(await sent[0]?.json()).toEqual(body);
  });
});

describe("validation", () => {
  test("what is refused is a NotionError", async () => {
    const failure = { object: "error", status: 401, code: "unauthorized", message: "API token is invalid." };
    const fetch = async () => Response.json(failure, { status: 401 });
    const notion = createClient({ auth: "ntn_local_dev", fetch });
    const events = all(streamSession(notion, { message: "Hello" }));
    await expect(events).rejects.toThrow(NotionError);
    await expect(events).rejects.toMatchObject({ code: "unauthorized", status: 401 });
  });

  test("comments, unknown fields and events without data are left out, and so is half an event", async () => {
    expect(await read(": ping\n\nretry: 10\n\nevent: a\n\ndata: 1\n\ndata: 2\n")).toEqual([
      { event: "message", data: "1", id: undefined },
    ]);
  });
});

describe("behaviour", () => {
  test("it does not matter where the bytes are cut, nor how lines end", async () => {
    const text = "event: é👍\ndata: 1\ndata: 2\n\ndata:3\n\n";
    const whole = await read(text);
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom("\n", "\r", "\r\n"),
        fc.array(fc.integer({ min: 0, max: 60 }), { maxLength: 10 }),
        async (end, cuts) => {
          const bytes = new TextEncoder().encode(text.replaceAll("\n", end));
          const places = [0, ...cuts.sort((one, other) => one - other), bytes.length];
          const chunks = places.slice(1).map((place, index) => bytes.slice(places[index], place));
          expect(await read(...chunks)).toEqual(whole);
        },
      ),
    );
  });

  test("events come as soon as they are whole, and whoever stops closes the stream", async () => {
    const { stream, isCanceled } = streamOf("data: 1\n\n", "data: 2\n\n");
    for await (const { data } of readEventStream(stream)) {
      expect(data).toBe("1");
      break;
    }
    expect(isCanceled()).toBe(true);
  });
});
