import { describe, expect, test } from "vitest";
import {
  ADA,
  BOT,
  invalid,
  NOBODY,
  refusal,
  startWith,
  startWithPage,
  text,
  textAnswer,
  withoutId,
} from "./workspace.ts";

const ada = {
  object: "user",
  id: ADA,
  name: "Ada",
  avatar_url: null,
  type: "person",
  person: { email: "ada@example.org" },
};
const bot = {
  object: "user",
  id: BOT,
  name: "Local development",
  avatar_url: null,
  type: "bot",
  bot: {},
};

describe("shape", () => {
  test("what was never written is empty", async () => {
    const empty: [object, object][] = [
      [{ rich_text: {} }, { type: "rich_text", rich_text: [] }],
      [{ number: {} }, { type: "number", number: null }],
      [{ select: {} }, { type: "select", select: null }],
      [{ multi_select: {} }, { type: "multi_select", multi_select: [] }],
      [{ date: {} }, { type: "date", date: null }],
      [{ people: {} }, { type: "people", people: [] }],
      [{ files: {} }, { type: "files", files: [] }],
      [{ checkbox: {} }, { type: "checkbox", checkbox: false }],
      [{ url: {} }, { type: "url", url: null }],
      [{ email: {} }, { type: "email", email: null }],
      [{ phone_number: {} }, { type: "phone_number", phone_number: null }],
      [{ place: {} }, { type: "place", place: null }],
    ];
    for (const [config, value] of empty) expect(await (await startWith(config)).read()).toEqual(value);
  });

  test("who made and changed a row, and when; of a bot no more than its name", async () => {
    const { addSource, addRow, update, clock } = await startWithPage();
    const { id } = await addSource({
      Made: { created_time: {} },
      Maker: { created_by: {} },
      Changed: { last_edited_time: {} },
      Changer: { last_edited_by: {} },
    });
    const row = await addRow(id, "Row");
    clock.time = new Date("2026-11-21T08:00:59Z");
    const { body } = await update(row, { properties: { Name: { title: [] } } });
    expect(body.properties).toMatchObject({
      Made: { type: "created_time", created_time: "2026-11-20T12:34:00.000Z" },
      Maker: { type: "created_by", created_by: bot },
      Changed: { type: "last_edited_time", last_edited_time: "2026-11-21T08:00:00.000Z" },
      Changer: { type: "last_edited_by", last_edited_by: bot },
    });
  });

  test("scalars come back as they were written", async () => {
    const values: [object, object][] = [
      [{ number: {} }, { type: "number", number: -0.5 }],
      [{ checkbox: {} }, { type: "checkbox", checkbox: true }],
      [{ url: {} }, { type: "url", url: "https://example.com/?q=é" }],
      [{ email: {} }, { type: "email", email: "ada@example.org" }],
      [{ phone_number: {} }, { type: "phone_number", phone_number: "+1 234" }],
    ];
    for (const [config, value] of values) {
      const { write, read } = await startWith(config);
      expect(await write(value)).toEqual(value);
      expect(await read()).toEqual(value);
    }
  });

  test("people are whole users, each once", async () => {
    const { write } = await startWith({ people: {} });
    expect(await write({ people: [{ id: ADA }, { id: BOT, object: "user" }, { id: ADA }] })).toEqual({
      type: "people",
      people: [ada, bot],
    });
  });

  test("a place has all its fields", async () => {
    const { write } = await startWith({ place: {} });
    expect(await write({ place: { lat: 52.52, lon: 13.4, address: "Berlin" } })).toEqual({
      type: "place",
      place: {
        lat: 52.52,
        lon: 13.4,
        name: null,
        address: "Berlin",
        aws_place_id: null,
        google_place_id: null,
      },
    });
  });

  test("files are external, or hosted ones that were read before", async () => {
    const { write } = await startWith({ files: {} });
    const files = [
      { name: "Plan", external: { url: "https://example.com/plan.pdf" } },
      {
        name: "Old",
        file: { url: "https://files.example.com/old.png", expiry_time: "2020-01-01T00:00:00.000Z" },
      },
    ];
    expect(await write({ files })).toEqual({
      type: "files",
      files: [
        { name: "Plan", type: "external", external: { url: "https://example.com/plan.pdf" } },
        {
          name: "Old",
          type: "file",
          file: { url: "https://files.example.com/old.png", expiry_time: "2026-11-20T13:34:56.789Z" },
        },
      ],
    });
  });
});

describe("validation", () => {
  test("the wrong type is named", async () => {
    const { write } = await startWith({ rich_text: {} });
    expect(await write({ number: 1 })).toEqual(invalid("Value is expected to be rich_text."));
    const computed = await startWith({ created_time: {} });
    expect(await computed.write({ number: 1 })).toEqual(invalid("Value is expected to be created_time."));
  });

  test("unknown users are not found", async () => {
    const { write } = await startWith({ people: {} });
    expect(await write({ people: [{ id: ADA }, { id: NOBODY }] })).toMatchObject({
      answered: 404,
      code: "object_not_found",
      message: `Could not find user with ID: ${NOBODY}. Make sure your integration has capabilities to read user information. With those capabilities, only members and guests in the integration's workspace are visible.`,
    });
  });

  test("people are sent by their ids, and not as they were read", async () => {
    const { write } = await startWith({ people: {} });
    const path = "body.properties.Value.people[0]";
    expect(await write({ people: [ada] })).toEqual(
      invalid(`body failed validation. Fix one:
${path}.name should be not present, instead was \`"Ada"\`.
${path}.avatar_url should be not present, instead was \`null\`.
${path}.type should be not present, instead was \`"person"\`.
${path}.person should be not present, instead was \`{"email":"ada@example.org"}\`.`),
    );
  });

  test("uploads are refused until there are any", async () => {
    const { write } = await startWith({ files: {} });
    expect(await write({ files: [{ file_upload: { id: NOBODY } }] })).toEqual(
      invalid(`Could not find file upload with ID: ${NOBODY}. The local server has no file uploads yet.`),
    );
  });

  test("dates are in the calendar, time zones have names and stand alone", async () => {
    const { write } = await startWith({ date: {} });
    const path = "body failed validation: body.properties.Value.date";
    expect(await write({ date: { start: "2026-02-30" } })).toEqual(
      invalid(`${path}.start should be a valid ISO 8601 date string, instead was \`"2026-02-30"\`.`),
    );
    expect(await write({ date: { start: "2026-02-03T10:00", time_zone: "Mars/Base" } })).toEqual(
      invalid(`${path}.time_zone should be a valid IANA time zone, instead was \`"Mars/Base"\`.`),
    );
    expect(await write({ date: { start: "2026-02-03", time_zone: "Europe/Berlin" } })).toEqual(
      invalid(`${path}.start should have a time when time_zone is given, instead was \`"2026-02-03"\`.`),
    );
    const offset = { start: "2026-02-03T10:00", end: "2026-02-03T11:00+01:00", time_zone: "Europe/Berlin" };
    expect(await write({ date: offset })).toEqual(
      invalid(
        `${path}.end should have no UTC offset when time_zone is given, instead was \`"2026-02-03T11:00+01:00"\`.`,
      ),
    );
  });
});

describe("behaviour", () => {
  test("text is written with or without its type, and is emptied by an empty list", async () => {
    const { write, set, row } = await startWith({ rich_text: {} });
    expect((await set(row, { Value: text("Bare") })).Value.rich_text).toEqual(textAnswer("Bare"));
    expect(await write({ rich_text: [] })).toEqual({ type: "rich_text", rich_text: [] });
  });

  test("a title may have any character", async () => {
    const { set, row } = await startWith({ url: {} });
    const title = text("a\0b\ud800 ✓");
    expect((await set(row, { Name: { title } })).Name.title[0].plain_text).toBe("a\0b\ud800 ✓");
  });

  test("dates: days stay, times lose their seconds and get the offset of their zone", async () => {
    const { write } = await startWith({ date: {} });
    const dates: [object, object][] = [
      [{ start: "2026-07-21" }, { start: "2026-07-21", end: null, time_zone: null }],
      [
        { start: "2026-07-21T18:58:04.659200", time_zone: "Europe/Berlin" },
        { start: "2026-07-21T18:58:00.000+02:00", end: null, time_zone: null },
      ],
      [
        { start: "2026-01-02T00:00:00Z", time_zone: "UTC" },
        { start: "2026-01-02T00:00:00.000+00:00", end: null, time_zone: null },
      ],
      [
        { start: "2026-01-02", end: "2026-01-05" },
        { start: "2026-01-02", end: "2026-01-05", time_zone: null },
      ],
      [
        { start: "2026-01-02T10:00:00", end: null },
        { start: "2026-01-02T10:00:00.000+00:00", end: null, time_zone: null },
      ],
    ];
    for (const [date, kept] of dates) expect(await write({ date })).toEqual({ type: "date", date: kept });
    expect(await write({ date: null })).toEqual({ type: "date", date: null });
  });

  test("numbers of rows go up and are never given twice", async () => {
    const { get, addSource, addRow, update } = await startWithPage();
    const { id } = await addSource({ ID: { unique_id: { prefix: "LOT" } } });
    const first = await addRow(id, "One");
    await update(first, { in_trash: true });
    const second = await addRow(id, "Two");
    expect((await get(second)).body.properties.ID.unique_id).toEqual({ prefix: "LOT", number: 2 });
  });

  test("what was read can be sent back", async () => {
    const { get, set, addSource, addRow } = await startWithPage();
    const { id } = await addSource({
      Text: { rich_text: {} },
      Stage: { select: {} },
      Tags: { multi_select: {} },
      Due: { date: {} },
      Where: { place: {} },
      Files: { files: {} },
    });

    const row = await addRow(id, "Row", {
      Text: { rich_text: text("Hello") },
      Stage: { select: { name: "New" } },
      Tags: { multi_select: [{ name: "A" }] },
      Due: { date: { start: "2026-01-02T10:00", time_zone: "Europe/Berlin" } },
      Where: { place: { lat: 1, lon: 2 } },
      Files: { files: [{ name: "Plan", external: { url: "https://example.com/plan.pdf" } }] },
    });

    const { properties } = (await get(row)).body;
    const values = Object.entries(properties as Record<string, { id: string }>).map(([name, value]) => {
      const { id: _, ...request } = value;
      return [name, request];
    });
    expect(await set(row, Object.fromEntries(values))).toEqual(properties);
  });

  test("mentions after the 25th are not filled in", async () => {
    const { write } = await startWith({ rich_text: {} });
    const mentions = Array.from({ length: 26 }, () => ({ mention: { user: { id: ADA } } }));
    const { rich_text } = await write({ rich_text: mentions });
    const names = rich_text.map(({ plain_text }: { plain_text: string }) => plain_text);
    expect(names.slice(24)).toEqual(["@Ada", "@Anonymous"]);
  });

  test("a page is verified by whoever says so, for as long as it says", async () => {
    // Only the app gives a data source this property.
    const properties = { Name: { type: "title" }, Value: { type: "verification" } };
    const row = "10000000-0000-4000-8000-000000000123";
    const rows = [{ object: "page" as const, id: row }];
    const source = { object: "data_source" as const, properties, rows };
    const { get, update, clock } = await startWithPage([{ object: "database", data_sources: [source] }]);
    const read = async () => withoutId((await get(row)).body.properties.Value);
    const write = async (value: object) => {
      const answer = await update(row, { properties: { Value: value } });
      return answer.status === 200 ? withoutId(answer.body.properties.Value) : refusal(answer);
    };
    expect(await read()).toEqual({
      type: "verification",
      verification: { state: "unverified", date: null, verified_by: null },
    });
    expect(await write({ verification: { state: "verified" } })).toEqual({
      type: "verification",
      verification: { state: "verified", date: null, verified_by: bot },
    });
    const date = { start: "2026-11-20T12:00:00Z", end: "2026-11-21T12:00:00Z" };
    expect((await write({ verification: { state: "verified", date } })).verification.date).toEqual({
      start: "2026-11-20T12:00:00.000Z",
      end: "2026-11-21T12:00:00.000Z",
      time_zone: null,
    });
    clock.time = new Date("2026-11-21T12:00:00Z");
    expect((await read()).verification.state).toBe("expired");
    expect(await write({ verification: { state: "verified", date: { start: "2026-11-20" } } })).toEqual(
      invalid("body.properties.Value.verification.date must include a time."),
    );
  });
});
