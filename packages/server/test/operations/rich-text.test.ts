import { describe, expect, test } from "vitest";
import { readDate } from "../../src/operations/dates.ts";
import { plain } from "./answers.ts";
import { ADA, EMOJI, PAGE, startWithPage, text } from "./blocks/workspace.ts";

const OTHER = "10000000-0000-4000-8000-000000000002";
const DATABASE = "10000000-0000-4000-8000-0000000000db";
const NOBODY = "10000000-0000-4000-8000-00000000dead";
const others = [
  { object: "page" as const, id: OTHER, title: "Menu" },
  { object: "database" as const, id: DATABASE, title: "Beans" },
];

/** What becomes of rich text in a paragraph. */
async function roundTrip(items: object[], token = "ntn_local_dev") {
  const guest = { name: "Guest", tokens: ["ntn_guest"], shared: [PAGE], capabilities };
  const { append, call } = await startWithPage([], others, [guest]);
  const { body } = await append(PAGE, [{ paragraph: { rich_text: items } }]);
  if (body.object === "error") return body;
  const path = `/v1/blocks/${body.results[0].id}`;
  return (await call("GET", path, undefined, { token })).body.paragraph.rich_text;
}
const capabilities = ["read_content" as const];

describe("shape", () => {
  test("runs with their formatting, links and equations", async () => {
    expect(
      await roundTrip([
        { text: { content: "a" }, annotations: { bold: true, color: "red" } },
        { text: { content: "b", link: { type: "url", url: "https://b.org/" } } },
        { equation: { expression: "c^2" }, annotations: { italic: true } },
      ]),
    ).toEqual([
      {
        type: "text",
        text: { content: "a", link: null },
        annotations: { ...plain, bold: true, color: "red" },
        plain_text: "a",
        href: null,
      },
      {
        type: "text",
        text: { content: "b", link: { url: "https://b.org/" } },
        annotations: plain,
        plain_text: "b",
        href: "https://b.org/",
      },
      {
        type: "equation",
        equation: { expression: "c^2" },
        annotations: { ...plain, italic: true },
        plain_text: "c^2",
        href: null,
      },
    ]);
  });

  test.each<[string, object, object, string, string | null]>([
    [
      "a user",
      { user: { id: ADA } },
      {
        type: "user",
        user: {
          object: "user",
          id: ADA,
          name: "Ada",
          avatar_url: null,
          type: "person",
          person: expect.objectContaining({ email: "ada@example.org" }),
        },
      },
      "@Ada",
      null,
    ],
    [
      "a page",
      { type: "page", page: { id: OTHER.replaceAll("-", "") } },
      { type: "page", page: { id: OTHER } },
      "Menu",
      "https://www.notion.so/10000000000040008000000000000002",
    ],
    [
      "a database",
      { database: { id: DATABASE } },
      { type: "database", database: { id: DATABASE } },
      "Beans",
      "https://www.notion.so/100000000000400080000000000000db",
    ],
    [
      "a day",
      { date: { start: "2026-12-24" } },
      { type: "date", date: { start: "2026-12-24", end: null, time_zone: null } },
      "2026-12-24",
      null,
    ],
    [
      "a range",
      { date: { start: "2026-12-24", end: "2026-12-26" } },
      { type: "date", date: { start: "2026-12-24", end: "2026-12-26", time_zone: null } },
      "2026-12-24 → 2026-12-26",
      null,
    ],
    [
      "a template's day",
      { template_mention: { template_mention_date: "today" } },
      {
        type: "template_mention",
        template_mention: { type: "template_mention_date", template_mention_date: "today" },
      },
      "@Today",
      null,
    ],
    [
      "a template's user",
      { template_mention: { template_mention_user: "me" } },
      {
        type: "template_mention",
        template_mention: { type: "template_mention_user", template_mention_user: "me" },
      },
      "@Me",
      null,
    ],
    [
      "a custom emoji",
      { custom_emoji: { id: EMOJI } },
      {
        type: "custom_emoji",
        custom_emoji: { id: EMOJI, name: "beans", url: "https://example.com/beans.png" },
      },
      ":beans:",
      null,
    ],
  ])("a mention of %s", async (_name, mention, answered, plain_text, href) => {
    expect(await roundTrip([{ mention }])).toEqual([
      { type: "mention", mention: answered, annotations: plain, plain_text, href },
    ]);
  });
});

describe("validation", () => {
  test("links are URLs, or paths as links within the workspace read back", async () => {
    const link = (url: string) => [{ text: { content: "a", link: { url } } }];
    expect(await roundTrip(link("example.com"))).toMatchObject({
      code: "validation_error",
      message: "Content creation Failed. Fix the following: \nInvalid URL for link.",
    });
    const path = `/${OTHER.replaceAll("-", "")}`;
    expect(await roundTrip(link(path))).toMatchObject([{ href: path }]);
  });
});

describe("behaviour", () => {
  test("runs that look alike are one, runs without text are none", async () => {
    const bold = { bold: true };
    const rendered = await roundTrip([
      ...text("a"),
      { text: { content: "b", link: null }, annotations: { bold: false } },
      { text: { content: "c" }, annotations: bold },
      { text: { content: "" } },
      { text: { content: "d" }, annotations: bold },
      { text: { content: "e", link: { url: "https://e.org/" } } },
      { text: { content: "f", link: { url: "https://f.org/" } } },
    ]);
    expect(rendered.map((item: { plain_text: string }) => item.plain_text)).toEqual(["ab", "cd", "e", "f"]);
  });

  test("what may not be seen has no name", async () => {
    const mentions = [{ page: { id: OTHER } }, { database: { id: DATABASE } }, { user: { id: ADA } }];
    const rendered = await roundTrip(
      mentions.map((mention) => ({ mention })),
      "ntn_guest",
    );
    expect(rendered.map((item: { plain_text: string }) => item.plain_text)).toEqual([
      "Untitled",
      "Untitled",
      "@Anonymous",
    ]);
    expect(rendered[2].mention.user).toEqual({ object: "user", id: ADA });
  });

  test("what is not there has no name either", async () => {
    const rendered = await roundTrip([
      { mention: { page: { id: NOBODY } } },
      { mention: { user: { id: NOBODY } } },
    ]);
    expect(rendered.map((item: { plain_text: string }) => item.plain_text)).toEqual([
      "Untitled",
      "@Anonymous",
    ]);
  });

  test.each([
    [{ start: "2026-03-01" }, "2026-03-01", null],
    [{ start: "2026-03-01T10:20:30Z" }, "2026-03-01T10:20:00.000+00:00", null],
    [{ start: "2026-03-01T10:20:30.123+05:30" }, "2026-03-01T10:20:00.000+05:30", null],
    [{ start: "2026-03-01T10:20" }, "2026-03-01T10:20:00.000+00:00", null],
    [{ start: "2026-07-01T10:20:30", time_zone: "Europe/Berlin" }, "2026-07-01T10:20:00.000+02:00", null],
    [
      { start: "2026-01-01T10:20:30", end: "2026-07-01T10:20:30", time_zone: "Europe/Berlin" },
      "2026-01-01T10:20:00.000+01:00",
      "2026-07-01T10:20:00.000+02:00",
    ],
    [{ start: "1592-03-14T00:01:15Z", time_zone: "UTC" }, "1592-03-14T00:01:00.000+00:00", null],
  ])("the time %j", (request, start, end) => {
    expect(readDate(request)).toEqual({ start, end, time_zone: null });
  });
});
