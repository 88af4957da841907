import { describe, expect, test } from "vitest";
import { randomOf } from "../concurrency/storm.ts";
import { startTarget, type Target } from "./target.ts";
import { texts } from "./values.ts";

const richText = (content: string) => [{ text: { content } }];

/** What is written of an empty text: nothing. */
const read = (content: string): string[] => (content === "" ? [] : [content]);
const plain = (items: { plain_text: string }[]): string[] => items.map(({ plain_text }) => plain_text);

/** Names may not be empty, and no two of a data source the same. */
const names = texts.filter((text) => text.trim() !== "" && text !== "title");

async function must({ call }: Target, ...request: Parameters<Target["call"]>) {
  const { status, body } = await call(...request);
  if (status !== 200) throw new Error(`${request.join(" ")}: ${JSON.stringify(body)}`);
  return body;
}

async function addDataSource(target: Target, properties: object = {}) {
  const { data_sources } = await must(target, "POST", "/v1/databases", {
    parent: { type: "workspace", workspace: true },
    initial_data_source: { properties: { Name: { title: {} }, ...properties } },
  });
  return data_sources[0].id as string;
}

const addPage = (target: Target, title: string) =>
  must(target, "POST", "/v1/pages", {
    parent: { type: "workspace", workspace: true },
    properties: { title: { title: richText(title) } },
  });

/** 2000 units of UTF-16, which no index can make shorter. */
function longText(first: number, count: number): string {
  const random = randomOf(1);
  const wide = first > 0xffff ? 2 : 1;
  return String.fromCodePoint(...Array.from({ length: 2000 / wide }, () => first + random(count)));
}

describe("shape", () => {
  test("texts come back as they were, in titles, blocks and comments", async () => {
    const target = await startTarget();
    for (const text of texts) {
      const page = await addPage(target, text);
      expect(plain(page.properties.title.title)).toEqual(read(text));
      const children = [{ code: { rich_text: richText(text), language: "sql", caption: richText(text) } }];
      await must(target, "PATCH", `/v1/blocks/${page.id}/children`, { children });
      const { results } = await must(target, "GET", `/v1/blocks/${page.id}/children`);
      expect(plain(results[0].code.rich_text)).toEqual(read(text));
      if (text === "") continue;
      const parent = { type: "page_id", page_id: page.id };
      const comment = await must(target, "POST", "/v1/comments", { parent, rich_text: richText(text) });
      expect(plain((await must(target, "GET", `/v1/comments/${comment.id}`)).rich_text)).toEqual([text]);
    }
  });

  test("values of rows do too, and are found by what they are", async () => {
    const target = await startTarget();
    const source = await addDataSource(target, { Text: { rich_text: {} }, Tags: { multi_select: {} } });
    for (const text of names) {
      const { id } = await must(target, "POST", "/v1/pages", {
        parent: { type: "data_source_id", data_source_id: source },
        properties: { Text: { rich_text: richText(text) }, Name: { title: richText(text) } },
      });
      const { properties } = await must(target, "GET", `/v1/pages/${id}`);
      expect(plain(properties.Text.rich_text)).toEqual([text]);
      for (const filter of [
        { property: "Text", rich_text: { equals: text } },
        { property: "Name", title: { contains: text } },
        { property: "Text", rich_text: { starts_with: text } },
        { property: "Text", rich_text: { ends_with: text } },
      ]) {
        const { results } = await must(target, "POST", `/v1/data_sources/${source}/query`, { filter });
        expect(results.map((row: { id: string }) => row.id)).toContain(id);
      }
    }
  });

  test("names of properties and options do too", async () => {
    const target = await startTarget();
    const source = await addDataSource(target);
    const options = names.filter((name) => !name.includes(",")).map((name) => ({ name }));
    const properties = Object.fromEntries([
      ...names.map((name) => [name, { number: {} }]),
      ["Options", { select: { options } }],
    ]);
    await must(target, "PATCH", `/v1/data_sources/${source}`, { properties });
    const made = (await must(target, "GET", `/v1/data_sources/${source}`)).properties;
    expect(Object.keys(made).sort()).toEqual([...names, "Name", "Options"].sort());
    expect(made.Options.select.options.map(({ name }: { name: string }) => name)).toEqual(
      options.map(({ name }) => name),
    );
    const values = Object.fromEntries(names.map((name, number) => [name, { number }]));
    const parent = { type: "data_source_id", data_source_id: source };
    const row = await must(target, "POST", "/v1/pages", { parent, properties: values });
    expect(names.map((name) => row.properties[name].number)).toEqual(names.map((_, number) => number));
    for (const name of names) {
      const sorts = [{ property: name, direction: "ascending" }];
      const { results } = await must(target, "POST", `/v1/data_sources/${source}/query`, { sorts });
      expect(results).toHaveLength(1);
    }
  });
});

describe("behaviour", () => {
  test("search takes every text for words, and finds nothing that has none of them", async () => {
    const target = await startTarget();
    await addPage(target, "Quartz");
    for (const query of texts) {
      const { results } = await must(target, "POST", "/v1/search", { query });
      expect(results, query).toHaveLength(query.trim() === "" ? 1 : 0);
    }
  });

  test.each([
    ["letters", 97, 26],
    ["Chinese", 0x4e00, 5000],
    ["emojis", 0x1f600, 79],
    ["combining marks", 0x300, 100],
  ])("titles as long as they may be, without a space: %s", async (_of, first, count) => {
    const target = await startTarget();
    const source = await addDataSource(target, { Text: { rich_text: {} }, Link: { url: {} } });
    const parent = { type: "data_source_id", data_source_id: source };
    const content = longText(first, count);
    // As many items as fit into a body.
    const long = Array.from({ length: 25 }, () => ({ text: { content } }));
    const properties = { Name: { title: long }, Text: { rich_text: long }, Link: { url: content } };
    const row = await must(target, "POST", "/v1/pages", { parent, properties });
    expect(plain(row.properties.Name.title).join("")).toBe(content.repeat(25));
    await must(target, "POST", "/v1/search", { query: content });
    const filter = { property: "Link", url: { equals: content } };
    const { results } = await must(target, "POST", `/v1/data_sources/${source}/query`, { filter });
    expect(results).toHaveLength(1);
  });

  test("no text is a cursor, a name or an id of anything", async () => {
    const { call } = await startTarget();
    for (const text of texts) {
      const encoded = encodeURIComponent(text.toWellFormed());
      const refusals = [
        await call("GET", `/v1/users?start_cursor=${encoded}`),
        await call("GET", `/v1/custom_emojis?start_cursor=${encoded}`),
        await call("POST", "/v1/search", { start_cursor: text }),
        await call("GET", `/v1/users/${encoded || "%20"}`),
        await call("GET", `/v1/comments?block_id=${encoded}`),
      ];
      expect(refusals.map(({ body }) => body.code)).toEqual(refusals.map(() => "validation_error"));
      const { status, body } = await call("GET", `/v1/custom_emojis?name=${encoded}`);
      if (status === 200) expect(body.results).toEqual([]);
      else expect(body.code).toBe("validation_error");
    }
  });
});
