import type { Schema } from "@notional/openapi-types";

/**
 * What `nodes.document` holds, per kind. Values are stored in the newest version's words, without what follows
 * from something else: no plain text of a mention, no name of a property or an option, no signed URL.
 */

/** Null, or an icon as answers have it; of a custom emoji only the id is kept. */
export type StoredIcon =
  | Exclude<Schema<"Icon">, { type: "custom_emoji" }>
  | { type: "custom_emoji"; custom_emoji: { id: string } }
  | null;
export type StoredCover = Schema<"Cover"> | null;

type RichTextItem = Schema<"RichTextItem">;

/** A run of rich text. `plain_text` and `href` follow from it and from what it mentions. */
export type StoredRichText =
  | { type: "text"; text: { content: string; link: { url: string } | null }; annotations: Annotations }
  | { type: "equation"; equation: { expression: string }; annotations: Annotations }
  | { type: "mention"; mention: StoredMention; annotations: Annotations };

export type Annotations = RichTextItem["annotations"];

/** A mention; of a user, page or database only the id is kept, because names change. */
export type StoredMention =
  | { type: "user"; user: { id: string } }
  | { type: "page"; page: { id: string } }
  | { type: "database"; database: { id: string } }
  | { type: "custom_emoji"; custom_emoji: { id: string } }
  | Exclude<
      Extract<RichTextItem, { type: "mention" }>["mention"],
      { type: "user" | "page" | "database" | "custom_emoji" }
    >;

export interface PageDocument {
  icon: StoredIcon;
  cover: StoredCover;
  is_locked: boolean;
  is_archived: boolean;
  public_url: string | null;
  /** By property id. A page outside data sources has `title` only. Absent means empty. */
  properties: Record<string, StoredValue>;
  /** Set on the templates of a data source, which no query returns. */
  is_template?: boolean;
}

/** The value of a property. Relations stand in the table `relations`; what is computed is not stored. */
export type StoredValue =
  | { type: "title"; title: StoredRichText[] }
  | { type: "rich_text"; rich_text: StoredRichText[] }
  | { type: "number"; number: number | null }
  /** The id of the option. */
  | { type: "select"; select: string | null }
  | { type: "status"; status: string | null }
  | { type: "multi_select"; multi_select: string[] }
  | { type: "date"; date: StoredDate | null }
  | { type: "people"; people: { object: "user" | "group"; id: string; name?: string | null }[] }
  | { type: "files"; files: StoredFile[] }
  | { type: "checkbox"; checkbox: boolean }
  | { type: "url"; url: string | null }
  | { type: "email"; email: string | null }
  | { type: "phone_number"; phone_number: string | null }
  | { type: "unique_id"; unique_id: number }
  | { type: "place"; place: Record<string, unknown> | null }
  | {
      type: "verification";
      verification: { state: "verified" | "unverified"; date: StoredDate | null; verified_by: string | null };
    };

export interface StoredDate {
  start: string;
  end: string | null;
  time_zone: string | null;
}

/** A file as it was written; `file` is one that Notion hosts, and its URL is signed at each read. */
export type StoredFile =
  | { type: "external"; name: string; external: { url: string } }
  | { type: "file"; name: string; file: { url: string; expiry_time?: string } };

export interface DatabaseDocument {
  title: StoredRichText[];
  description: StoredRichText[];
  icon: StoredIcon;
  cover: StoredCover;
  is_inline: boolean;
  is_locked: boolean;
  public_url: string | null;
}

export interface DataSourceDocument {
  title: StoredRichText[];
  description: StoredRichText[];
  icon: StoredIcon;
  /** In the order in which they were made. */
  properties: StoredProperty[];
  /** The column of the table `rows` that holds what a property is filtered and sorted by. */
  slots: Record<string, string>;
  /** The template that new rows are made from when they ask for the default one. */
  default_template_id?: string;
  /** What follows from the schemas for each formula and rollup, by property id; absent where there is none. */
  computed?: Record<string, ComputedProperty>;
  /** The data sources whose formulas and rollups read rows of this one; absent where there is none. */
  readBy?: string[];
}

/** What is known of a formula or a rollup without looking at rows. */
export interface ComputedProperty {
  /** What the values of a formula are; null for one of no single type, and for rollups. */
  result: "string" | "number" | "boolean" | "date" | null;
  /** How what a rollup comes to compares; absent where that does not, and of formulas. */
  rollup?: {
    /** The letter of its column. */
    kind: "t" | "n";
    /** How many rollups it is made of, itself included. */
    height: number;
  };
  /** Whether results are kept in the table `rows`, and so kept fresh. */
  isKept: boolean;
  /** Set where one row is read by so many that results cannot be kept. */
  isTooWide?: true;
  /** All that it reads, also through other formulas and rollups; the row itself first. */
  reads: Read[];
}

/** Properties of one data source that something computed reads. */
export interface Read {
  /** The ids of the relations that lead from the row to the pages that are read; none for the row itself. */
  via: string[];
  /** The data source of those pages. */
  source: string;
  /** The ids of its properties. */
  properties: string[];
}

/** A property of a data source. */
export interface StoredProperty {
  /** Decoded, as it is compared; answers encode it for URLs. */
  id: string;
  name: string;
  description: string | null;
  type: StoredPropertyType;
  /** What stands under the key of its type; of references only ids are kept. */
  config: Record<string, unknown>;
}

export type StoredPropertyType = Schema<"PropertyConfig">["type"] | "location" | "last_visited_time";

/** What stands under the type of a block, as answers have it, with stored rich text and icons. */
export type BlockDocument = Record<string, unknown>;
