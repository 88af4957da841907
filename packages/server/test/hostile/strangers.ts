import type { Seed, SeedObject } from "../../src/index.ts";

/** Ids of one of each kind of thing. */
export interface Things {
  page: string;
  block: string;
  database: string;
  dataSource: string;
  row: string;
  template: string;
  comment: string;
  discussion: string;
  person: string;
  emoji: string;
}

const kinds = [
  "page",
  "block",
  "database",
  "dataSource",
  "row",
  "template",
  "comment",
  "discussion",
  "person",
  "emoji",
];

const thingsOf = (owner: string): Things =>
  Object.fromEntries(
    kinds.map((kind, index) => [kind, `${owner.repeat(8)}-0000-8000-8000-00000000000${index}`]),
  ) as unknown as Things;

/** What the caller sees. */
export const own = thingsOf("a");
/** What is in the caller's workspace, but not shared with it. Its users and emojis are the workspace's. */
export const unshared = thingsOf("b");
/** What is in another workspace. */
export const foreign = thingsOf("c");
/** What is nowhere. */
export const missing = thingsOf("d");

const treeOf = (things: Things): SeedObject => ({
  object: "page",
  id: things.page,
  title: "Secret title",
  comments: [{ id: things.comment, discussion_id: things.discussion, rich_text: "Secret comment" }],
  children: [
    { id: things.block, toggle: { rich_text: "Secret block" } },
    {
      object: "database",
      id: things.database,
      title: "Secret database",
      data_sources: [
        {
          id: things.dataSource,
          title: "Secret source",
          properties: { Name: { title: {} }, People: { people: {} } },
          rows: [{ id: things.row, properties: { Name: "Secret row" } }],
          templates: [{ id: things.template, properties: { Name: "Secret template" } }],
        },
      ],
    },
  ],
});

const peopleOf = ({ person, emoji }: Things) => ({
  users: [{ id: person, name: "Secret person", email: "secret@example.com" }],
  custom_emojis: [{ id: emoji, name: "secret", url: "https://example.com/secret.png" }],
});

export const seed: Seed = {
  workspaces: [
    {
      name: "Own",
      ...peopleOf(own),
      connections: [{ name: "Narrow", tokens: ["ntn_local_dev"], shared: [own.page] }],
      objects: [treeOf(own), treeOf(unshared)],
    },
    {
      name: "Foreign",
      ...peopleOf(foreign),
      connections: [{ name: "Other", tokens: ["ntn_other"] }],
      objects: [treeOf(foreign)],
    },
  ],
};
