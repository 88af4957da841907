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
  expect(problems).toMatchInlineSnapshot(`
    [
      "Actor.yaml:1:9 Add \`bot\` to the mapping: it is the tag of this member.",
    ]
  `);
});

test("no mapping", async () => {
  const problems = await lintUnion(`
oneOf: [{ $ref: Person.yaml }]
discriminator: { propertyName: type }
`);
  expect(problems).toMatchInlineSnapshot(`
    [
      "User.yaml:2:16 Add a \`mapping\` with the tag of every member to this discriminator.",
    ]
  `);
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
  expect(problems).toMatchInlineSnapshot(`
    [
      "User.yaml:10:11 Take \`base\` out of the mapping, or add its schema to the union: it is not a member.",
      "User.yaml:2:5 Add \`person\` to the mapping: it is the tag of this member.",
      "User.yaml:2:5 Correct \`bot\` in the mapping: the \`type\` of this member is person.",
      "User.yaml:3:5 Add \`bot\` to the mapping: it is the tag of this member.",
      "User.yaml:4:5 Make \`type\` a \`const\` in this member, as the discriminator needs it.",
      "User.yaml:5:5 Give this member a file and refer to it: a mapping leads to named schemas only.",
    ]
  `);
});
