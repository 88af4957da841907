import type { Generated, Selectable } from "kysely";

/** 0 or 1. SQLite has no booleans, and PostgreSQL compares integers as well. */
export type Flag = 0 | 1;

/** JSON as text: it is read whole, and never looked into by SQL. */
export type JsonText = string;

/** What a node is. A page is also a `child_page` block, a database a `child_database` block. */
export type NodeKind = "page" | "database" | "data_source" | "block";

/** What stands above a node. `workspace` has no id of its own here. */
export type ParentKind = NodeKind | "workspace";

/**
 * Everything that has a place in the tree of a workspace: pages, databases, data sources and blocks. One
 * table, because access, trash and order are the same for all, and because a page's id is its block's id.
 */
export interface NodesTable {
  id: string;
  /** The order of creation, the same on every machine. */
  seq: Generated<number>;
  workspace_id: string;
  kind: NodeKind;
  /** The block type; null for a data source, which is no block. */
  type: string | null;
  parent_kind: ParentKind;
  parent_id: string | null;
  /** Fractional key among the siblings, compared bytewise; null for what has no order: rows, data sources. */
  position: string | null;
  /** ISO 8601 with milliseconds, UTC. Answers round where Notion does. */
  created_time: string;
  created_by: string;
  last_edited_time: string;
  last_edited_by: string;
  /** Its own flag. What lies below a trashed node reads as trashed without having it. */
  in_trash: Flag;
  /** How many children it has that are not in the trash. */
  children_count: number;
  /** The title as plain text, case folded in JavaScript, because SQLite folds ASCII only. */
  title: string | null;
  /**
   * Another number after each change of the row. Of an id and its revision everything else follows, also after
   * an older state was restored; that is why it is drawn and not counted.
   */
  revision: Generated<number>;
  /** What is particular to the kind: see `documents.ts`. */
  document: JsonText;
}

/**
 * The values of a row that filters and sorts look at, one column a property. Which property has which column
 * is written in the schema of the data source. Clustered by data source, so that even a filter that no index
 * serves reads a slim, contiguous stretch.
 */
export interface RowsTable {
  /** `nodes.seq` of the data source. Numbers make indexes a fraction of what ids would. */
  data_source_seq: number;
  /** `nodes.seq` of the page: the order of rows that nothing else sorts. */
  seq: number;
  page_id: string;
  in_trash: Flag;
  is_archived: Flag;
  created_time: string;
  created_by: string;
  last_edited_time: string;
  last_edited_by: string;
  [slot: TextSlot]: string | null;
  [slot: NumberSlot]: number | null;
}
export type TextSlot = `t${number}`;
export type NumberSlot = `n${number}`;

/** What has no place in `rows`: long texts, and properties for which no column was left. See `slots.ts`. */
export interface RowValuesTable {
  page_id: string;
  property_id: string;
  text: string | null;
  number: number | null;
}

/** The words in the titles of pages and data sources, as search compares them. See `search/words.ts`. */
export interface TitleWordsTable {
  /** The `seq` of a page or data source. */
  node_seq: number;
  word: string;
  workspace_id: string;
}

export interface RelationsTable {
  /** The page that has the value. */
  page_id: string;
  property_id: string;
  /** The page it points at. */
  target_id: string;
  /** Place within the value. */
  place: number;
  /** `nodes.seq` of the page that has the value. */
  page_seq: number;
}

export interface CommentsTable {
  id: string;
  seq: Generated<number>;
  workspace_id: string;
  discussion_id: string;
  /** The page or block that is talked about. */
  parent_kind: "page" | "block";
  parent_id: string;
  created_time: string;
  created_by: string;
  last_edited_time: string;
  document: JsonText;
}

export interface WorkspacesTable {
  id: string;
  name: string;
  document: JsonText;
}

export interface UsersTable {
  id: string;
  seq: Generated<number>;
  workspace_id: string;
  type: "person" | "bot";
  name: string | null;
  avatar_url: string | null;
  /** `person`: e-mail. `bot`: its owner. */
  document: JsonText;
}

export interface ConnectionsTable {
  /** The id of the bot, which is a user. */
  id: string;
  workspace_id: string;
  name: string;
  type: "internal" | "public";
  /** The person that authorised a public connection. */
  owner_id: string | null;
  /** JSON array of capabilities, in the words of `x-notion-capabilities`. */
  capabilities: JsonText;
  /** `all`: sees the whole workspace. `shared`: sees what is shared with it, and what lies below. */
  content_access: "all" | "shared";
}

export interface TokensTable {
  /** SHA-256 of the token, hex. The token itself is nowhere. */
  hash: string;
  connection_id: string;
  created_time: string;
}

export interface SharesTable {
  connection_id: string;
  node_id: string;
}

/** Counters that never give a number twice: `unique_id` properties. */
export interface CountersTable {
  name: string;
  value: number;
}

/** How many requests somebody made in the current window. */
export interface RateWindowsTable {
  subject: string;
  /** Milliseconds since 1970. */
  start: number;
  count: number;
}

export interface CustomEmojisTable {
  id: string;
  seq: Generated<number>;
  workspace_id: string;
  name: string;
  url: string;
}

export interface Tables {
  workspaces: WorkspacesTable;
  users: UsersTable;
  connections: ConnectionsTable;
  tokens: TokensTable;
  shares: SharesTable;
  nodes: NodesTable;
  rows: RowsTable;
  row_values: RowValuesTable;
  title_words: TitleWordsTable;
  relations: RelationsTable;
  comments: CommentsTable;
  counters: CountersTable;
  custom_emojis: CustomEmojisTable;
  rate_windows: RateWindowsTable;
}

export type Node = Selectable<NodesTable>;
export type Row = Selectable<RowsTable>;
export type CommentRow = Selectable<CommentsTable>;
