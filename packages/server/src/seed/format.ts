import type { Capability } from "../auth/connection.ts";

/**
 * What a server starts with. Written by hand as YAML or JSON, made of a running server by `export`, or built by
 * a program. Objects look as the newest version of the API answers them; what can be made up may be left out,
 * and requests' forms and plain texts do as well. `seed.schema.json` says it for editors.
 */
export interface Seed {
  workspaces: SeedWorkspace[];
}

export interface SeedWorkspace {
  id?: string;
  name: string;
  users?: SeedUser[];
  connections?: SeedConnection[];
  custom_emojis?: { id?: string; ref?: string; name: string; url: string }[];
  /**
   * Pages, databases, data sources, blocks and comments, each with its `parent`; or within each other:
   * `children` and `comments` of pages and blocks, `data_sources` of databases, `rows` and `templates` of data
   * sources. They may point at each other in any order.
   */
  objects?: SeedObject[];
}

/** A user as answers have it, with the e-mail address also in short. */
export interface SeedUser {
  id?: string;
  /** What the seed calls it, wherever an id may stand. */
  ref?: string;
  object?: "user";
  /** `person` when left out. A bot that is a connection belongs to `connections`. */
  type?: "person" | "bot";
  name?: string | null;
  avatar_url?: string | null;
  email?: string | null;
  person?: { email?: string | null; email_verified?: boolean };
  bot?: object;
}

export interface SeedConnection {
  /** Of the bot. */
  id?: string;
  ref?: string;
  name: string;
  type?: "internal" | "public";
  /** The person that authorised a public connection. */
  owner?: string | null;
  avatar_url?: string | null;
  /** All of them when left out. */
  capabilities?: readonly Capability[];
  /** In clear text; the database keeps only their hashes. */
  tokens?: string[];
  /** Hashes of tokens, which is all that an export knows. SHA-256, hex. */
  token_hashes?: string[];
  /** The ids of the pages and databases that it sees, with all below; `all` (the default) for everything. */
  shared?: "all" | string[];
}

/** An object as the API answers it, with objects below it in place. */
export interface SeedObject {
  /** Left out where the place says it: a child is a block, a row is a page; at the top it is a page. */
  object?: "page" | "database" | "data_source" | "block" | "comment";
  id?: string;
  ref?: string;
  [key: string]: unknown;
}
