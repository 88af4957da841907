import type { Capability } from "../auth/connection.ts";

/**
 * What a server starts with. Written by hand as YAML or JSON, made of a running server by `export`, or built by
 * a program. Objects look as the newest version of the API answers them; what can be made up may be left out.
 */
export interface Seed {
  workspaces: SeedWorkspace[];
}

export interface SeedWorkspace {
  id?: string;
  name: string;
  users?: SeedPerson[];
  connections?: SeedConnection[];
  custom_emojis?: { id?: string; name: string; url: string }[];
  /**
   * Pages, databases, data sources, blocks and comments, each with its `parent`; or within each other:
   * `children` of pages and blocks, `data_sources` of databases, `rows` and `templates` of data sources.
   */
  objects?: SeedObject[];
}

export interface SeedPerson {
  id?: string;
  name: string | null;
  email?: string | null;
  email_verified?: boolean;
  avatar_url?: string | null;
}

export interface SeedConnection {
  /** Of the bot. */
  id?: string;
  name: string;
  type?: "internal" | "public";
  /** The person that authorised a public connection. */
  owner?: string;
  avatar_url?: string | null;
  /** All of them when left out. */
  capabilities?: Capability[];
  /** In clear text here, hashed in the database. */
  tokens?: string[];
  /** The ids of the pages and databases that it sees, with all below; `all` (the default) for everything. */
  shared?: "all" | string[];
}

/** An object as the API answers it, with objects below it in place. */
export interface SeedObject {
  object: "page" | "database" | "data_source" | "block" | "comment";
  id?: string;
  [key: string]: unknown;
}
