import { expect, test } from "vitest";
import { lintWith } from "../lint.ts";

const RULE = "no-bare-discriminator";

const MEMBERS = {
  "Person.yaml": `
properties:
  type: { const: person }`,
  "Bot.yaml": `
allOf: [{ $ref: BotBase.yaml }]`,
  "BotBase.yaml": `
properties:
  type: { const: bot }`,
  "Group.yaml": `
properties:
  type: { type: string }`,
};

async function lintUnion(union: string): Promise<string[]> {
  return lintWith(RULE, {
    ...MEMBERS,
    "openapi.yaml": `components: { schemas: { User: { $ref: User.yaml } } }`,
    "User.yaml": union,
  });
}

test("a full mapping is fine", async () => {
  const problems = await lintUnion(`
oneOf:
  - $ref: Person.yaml
  - $ref: Bot.yaml
    x-notion-added-in: "2025-09-03"
discriminator:
  propertyName: type
  mapping: { person: Person.yaml, bot: Bot.yaml }
`);
  expect(problems).toEqual([]);
});

test("a member that is a union has the tags of its members", async () => {
  const problems = await lintWith(RULE, {
    ...MEMBERS,
    "openapi.yaml": `components: { schemas: { Actor: { $ref: Actor.yaml } } }`,
    "User.yaml": `oneOf: [{ $ref: Person.yaml }, { $ref: Bot.yaml }]`,
    "Actor.yaml": `
oneOf: [{ $ref: User.yaml }]
discriminator:
  propertyName: type
  mapping: { person: User.yaml }
`,
  });
  expect(problems).toMatchInlineSnapshot(`[]`);
});

test("no mapping", async () => {
  const problems = await lintUnion(`
oneOf: [{ $ref: Person.yaml }]
discriminator: { propertyName: type }
`);
  expect(problems).toMatchInlineSnapshot(`[]`);
});

test("a mapping that misses, mixes up or invents members, and members without a tag", async () => {
  const problems = await lintUnion(`
oneOf:
  - $ref: Person.yaml
  - $ref: Bot.yaml
  - $ref: Group.yaml
  - type: object
discriminator:
  propertyName: type
  mapping:
    bot: Person.yaml
    base: BotBase.yaml
`);
  expect(problems).toMatchInlineSnapshot(`[]`);
});
