import { describe, expect, test } from "vitest";
import type { Database, SeedObject } from "../../../src/index.ts";
import type { DataSourceDocument } from "../../../src/store/documents.ts";
import { updateNode } from "../../../src/store/nodes.ts";
import {
  BOT,
  invalid,
  NOBODY,
  notFound,
  PAGE,
  refusal,
  startWithPage,
  text,
  textAnswer,
} from "./workspace.ts";

const SOURCE = "10000000-0000-4000-8000-0000000000d5";
const TEMPLATE = "10000000-0000-4000-8000-0000000000e1";

const mention = (template_mention: object) => ({
  type: "mention",
  mention: { type: "template_mention", template_mention },
});

/** A data source with one template. */
async function startWithTemplate(isDefault = true) {
  const template: SeedObject = {
    object: "page",
    id: TEMPLATE,
    icon: { type: "emoji", emoji: "📋" },
    properties: { Name: text("Meeting"), Count: { number: 5 } },
    children: [
      {
        object: "block",
        type: "toggle",
        toggle: { rich_text: text("Agenda") },
        children: [{ object: "block", type: "paragraph", paragraph: { rich_text: text("Welcome") } }],
      },
      {
        object: "block",
        type: "paragraph",
        paragraph: {
          rich_text: [
            mention({ type: "template_mention_date", template_mention_date: "today" }),
            mention({ type: "template_mention_user", template_mention_user: "me" }),
          ],
        },
      },
    ],
  };
  const source: SeedObject = {
    object: "data_source",
    id: SOURCE,
    properties: { Name: { type: "title" }, Count: { type: "number", number: { format: "number" } } },
    templates: [template],
  };
  const fixture = await startWithPage([{ object: "database", data_sources: [source] }]);
  const { call, database } = fixture;
  if (isDefault) await makeDefault(database);
  return {
    ...fixture,
    parent: { data_source_id: SOURCE },
    // biome-ignore lint/suspicious/noExplicitAny: tests look into any answer
    children: async (id: string): Promise<any[]> =>
      (await call("GET", `/v1/blocks/${id}/children`)).body.results,
  };
}

/** As somebody does it in the app; no request does. */
async function makeDefault(database: Database): Promise<void> {
  await database.write("*", async (db) => {
    const { document } = await db
      .selectFrom("nodes")
      .select("document")
      .where("id", "=", SOURCE)
      .executeTakeFirstOrThrow();
    const changed = { ...(JSON.parse(document) as DataSourceDocument), default_template_id: TEMPLATE };
    await updateNode(db, SOURCE, { document: JSON.stringify(changed) });
  });
}

const byId = { type: "template_id", template_id: TEMPLATE };

describe("shape", () => {
  test("the answer is the page before it is filled", async () => {
    const { create, parent } = await startWithTemplate();
    const { body } = await create({ parent, template: byId });
    expect(body).toMatchObject({
      icon: null,
      properties: { Name: { title: [] }, Count: { number: null } },
    });
  });
});

describe("validation", () => {
  test("templates belong to a data source", async () => {
    const { create } = await startWithTemplate();
    expect(refusal(await create({ parent: { page_id: PAGE }, template: byId }))).toEqual(
      invalid("Templates can only be applied to pages in a data source."),
    );
  });

  test("a template is one of the data source", async () => {
    const { create, parent } = await startWithTemplate();
    for (const id of [NOBODY, PAGE]) {
      const template = { type: "template_id", template_id: id };
      expect(refusal(await create({ parent, template }))).toEqual(notFound("page", id));
    }
  });

  test("a default template must be there", async () => {
    const { create, parent } = await startWithTemplate(false);
    expect(refusal(await create({ parent, template: { type: "default" } }))).toEqual(
      invalid("The data source has no default template."),
    );
  });

  test("time zones have names", async () => {
    const { create, parent } = await startWithTemplate();
    expect(refusal(await create({ parent, template: { ...byId, timezone: "Mars/Base" } }))).toEqual(
      invalid("Invalid timezone: Mars/Base."),
    );
  });
});

describe("behaviour", () => {
  test("a new page takes over what it was not given, and the content", async () => {
    const { create, get, parent, children } = await startWithTemplate();
    const properties = { Name: { title: text("Mine") } };
    const { body } = await create({ parent, template: { type: "default" }, properties });
    expect((await get(body.id)).body).toMatchObject({
      icon: { type: "emoji", emoji: "📋" },
      properties: { Name: { title: textAnswer("Mine") }, Count: { number: 5 } },
    });
    const [toggle, filled] = await children(body.id);
    expect(toggle.toggle.rich_text).toEqual(textAnswer("Agenda"));
    expect((await children(toggle.id))[0].paragraph.rich_text).toEqual(textAnswer("Welcome"));
    expect(filled.paragraph.rich_text[0].mention.date).toEqual({
      start: "2026-11-20",
      end: null,
      time_zone: null,
    });
    expect(filled.paragraph.rich_text[1].mention.user.id).toBe(BOT);
    expect(toggle.id).not.toBe((await children(TEMPLATE))[0].id);
  });

  test("today is the day of the time zone", async () => {
    const { create, parent, children } = await startWithTemplate();
    const template = { ...byId, timezone: "Pacific/Kiritimati" };
    const { body } = await create({ parent, template });
    const [, filled] = await children(body.id);
    expect(filled.paragraph.rich_text[0].mention.date.start).toBe("2026-11-21");
  });

  test("a page that exists keeps what it has; the content comes after its own, or instead of it", async () => {
    const { create, update, get, parent, children } = await startWithTemplate();
    const { body } = await create({
      parent,
      properties: { Name: { title: text("Mine") } },
      children: [{ divider: {} }],
    });
    const types = async () => (await children(body.id)).map(({ type }) => type);
    await update(body.id, { template: byId });
    expect((await get(body.id)).body.properties).toMatchObject({
      Name: { title: textAnswer("Mine") },
      Count: { number: 5 },
    });
    expect(await types()).toEqual(["divider", "toggle", "paragraph"]);
    await update(body.id, { template: byId, erase_content: true });
    expect(await types()).toEqual(["toggle", "paragraph"]);
  });

  test("what is made from a template is a row like others", async () => {
    const { create, parent, call } = await startWithTemplate();
    const { body } = await create({ parent, template: byId });
    const { body: list } = await call("POST", `/v1/data_sources/${SOURCE}/query`, {});
    expect(list.results.map(({ id }: { id: string }) => id)).toEqual([body.id]);
  });
});
