import { bundledVersions } from "@notional/checker";
import { describe, expect, test } from "vitest";
import { constantsOf } from "./constants.ts";
import { type Answer, type Story, tell } from "./story.ts";

/** Of the sample workspace: the page Brewing guide, the database Beans, Ada Moreno, an emoji. */
const GUIDE = "2a7e3b51-8d4f-4c69-b2ea-3f507b9d1c23";
const BEANS = "3c8e4b62-9e50-4d7a-83fb-406184ce2d34";
const ADA = "6a1f0e52-4c1b-4d8e-9a53-0f5c3b7d2a11";
const EMOJI = "c516d4fb-27e9-4603-9c84-d9fa1d57b6cd";

const text = (content: string) => [{ type: "text", text: { content } }];

/** One mention of each kind, two of those that stand for what a template is filled in with. */
const mentions = [
  { type: "user", user: { id: ADA } },
  { type: "date", date: { start: "2026-03-11", end: "2026-03-12" } },
  { type: "page", page: { id: GUIDE } },
  { type: "database", database: { id: BEANS } },
  {
    type: "template_mention",
    template_mention: { type: "template_mention_date", template_mention_date: "today" },
  },
  {
    type: "template_mention",
    template_mention: { type: "template_mention_user", template_mention_user: "me" },
  },
  { type: "custom_emoji", custom_emoji: { id: EMOJI } },
];

const styles = ["bold", "italic", "strikethrough", "underline", "code"];

/** Appends blocks to the guide, and gives back how they are read. */
async function append({ ask }: Story, children: object[]): Promise<Answer[]> {
  const { results } = await ask("appendBlockChildren", { path: { block_id: GUIDE }, body: { children } });
  return results;
}

describe.each(bundledVersions())("%s", (version) => {
  test("text of every kind comes back as it was sent", () =>
    tell(version, async (story) => {
      const rich_text = [
        { type: "text", text: { content: "A link", link: { url: "https://lighthouse.example/" } } },
        { type: "equation", equation: { expression: "250 / 15" } },
        ...mentions.map((mention) => ({ type: "mention", mention })),
        ...styles.map((style) => ({ ...text(style)[0], annotations: { [style]: true } })),
      ];
      const [block] = await append(story, [{ paragraph: { rich_text } }]);
      expect(block.paragraph.rich_text).toMatchObject(rich_text);
    }));

  test("texts and blocks have every colour", () =>
    tell(version, async (story) => {
      const blocks = constantsOf(story.checker.bundle, "Color").map((color) => ({
        paragraph: { rich_text: [{ ...text(color)[0], annotations: { color } }], color },
      }));
      expect(await append(story, blocks)).toMatchObject(blocks);
    }));

  test("code is in every language", () =>
    tell(version, async (story) => {
      const blocks = constantsOf(story.checker.bundle, "CodeLanguage").map((language) => ({
        code: { rich_text: text("…"), language },
      }));
      expect(await append(story, blocks)).toMatchObject(blocks);
    }));

  test("icons are of every kind, and native ones of every colour", () =>
    tell(version, async (story) => {
      const colours = constantsOf(story.checker.bundle, "NativeIconColor");
      const icons = [
        { type: "emoji", emoji: "☕" },
        { type: "external", external: { url: "https://lighthouse.example/cup.png" } },
        { type: "custom_emoji", custom_emoji: { id: EMOJI } },
        ...colours.map((color) => ({ type: "icon", icon: { name: "pizza", color } })),
      ];
      const blocks = icons.map((icon) => ({ callout: { rich_text: text("An icon"), icon } }));
      expect(await append(story, blocks)).toMatchObject(blocks);
    }));
});
