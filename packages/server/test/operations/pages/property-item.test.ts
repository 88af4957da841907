import { describe, expect, test } from "vitest";
import {
  ADA,
  invalid,
  NOBODY,
  notFound,
  PAGE,
  refusal,
  startWithPage,
  text,
  textAnswer,
} from "./workspace.ts";

describe("shape", () => {
  test("most values are single items", async () => {
    const { item, get, addSource, addRow } = await startWithPage();
    const { id } = await addSource({ Count: { number: {} } });
    const row = await addRow(id, "Row", { Count: { number: 3 } });
    const key = (await get(row)).body.properties.Count.id;
    const { request_id: _, ...body } = (await item(row, key)).body;
    expect(body).toEqual({ object: "property_item", type: "number", id: key, number: 3 });
  });

  test("a title is a list, of one text each", async () => {
    const { item, create } = await startWithPage();
    const bold = [{ text: { content: "b" }, annotations: { bold: true } }];
    const { body: page } = await create({
      parent: { page_id: PAGE },
      properties: { title: { title: [...text("a"), ...bold] } },
    });
    const { request_id: _, ...body } = (await item(page.id, "title")).body;
    const [a] = textAnswer("a");
    const b = { ...textAnswer("b")[0], annotations: { ...a?.annotations, bold: true } };
    expect(body).toEqual({
      object: "list",
      results: [
        { object: "property_item", type: "title", id: "title", title: a },
        { object: "property_item", type: "title", id: "title", title: b },
      ],
      next_cursor: null,
      has_more: false,
      type: "property_item",
      property_item: { id: "title", next_url: null, type: "title", title: {} },
    });
  });

  test("what is asked for by its name has the name for an id", async () => {
    const { item, addSource, addRow } = await startWithPage();
    const { id } = await addSource({ "Is done": { checkbox: {} }, Who: { people: {} } });
    const row = await addRow(id, "Row");
    const { request_id: _, ...done } = (await item(row, "Is%20done")).body;
    expect(done).toEqual({ object: "property_item", type: "checkbox", id: "Is done", checkbox: false });
    const { body } = await item(row, "Name");
    expect([body.results[0].id, body.property_item.id]).toEqual(["Name", "Name"]);
    expect((await item(row, "Who")).body.property_item.id).toBe("Who");
  });

  test("an empty list is a list", async () => {
    const { item, get, addSource, addRow } = await startWithPage();
    const { id } = await addSource({ Who: { people: {} } });
    const row = await addRow(id, "Row");
    const key = (await get(row)).body.properties.Who.id;
    expect((await item(row, key)).body).toMatchObject({
      object: "list",
      results: [],
      has_more: false,
      property_item: { id: key, next_url: null, type: "people", people: {} },
    });
  });
});

describe("validation", () => {
  test("the page and the property exist", async () => {
    const { item } = await startWithPage();
    expect(refusal(await item(NOBODY, "title"))).toEqual(notFound("page", NOBODY));
    expect(refusal(await item(PAGE, "abcd"))).toEqual(invalid("abcd is not a property that exists."));
  });

  test("cursors are those that a list gave", async () => {
    const { item } = await startWithPage();
    expect(refusal(await item(PAGE, "title", "?start_cursor=abc"))).toEqual(
      invalid("The start_cursor provided is invalid: abc"),
    );
  });
});

describe("behaviour", () => {
  test("lists come a page at a time, with the address of the next", async () => {
    const { item, get, addSource, addRow, call } = await startWithPage();
    const { id } = await addSource({ Note: { rich_text: {} } });
    const mention = { mention: { user: { id: ADA } } };
    const row = await addRow(id, "Row", { Note: { rich_text: [...text("a"), mention, ...text("b")] } });
    const key = (await get(row)).body.properties.Note.id;
    const { body: first } = await item(row, key, "?page_size=2");
    const texts = ({ results }: { results: { rich_text: { plain_text: string } }[] }) =>
      results.map(({ rich_text }) => rich_text.plain_text);
    expect(texts(first)).toEqual(["a", "@Ada"]);
    expect(first.has_more).toBe(true);
    const next = new URL(first.property_item.next_url);
    expect(next.origin).toBe("https://api.notion.com");
    const { body: second } = await call("GET", next.pathname + next.search);
    expect(texts(second)).toEqual(["b"]);
    expect(second.has_more).toBe(false);
  });
});
