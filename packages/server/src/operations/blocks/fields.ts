import type { Schema } from "@notional/openapi-types";
import type { Context } from "../../context.ts";
import { contentRefused } from "../../errors.ts";
import type { StoredIcon, StoredRichText } from "../../store/documents.ts";
import { dashed } from "../../uuid.ts";
import { renderHosted } from "../files.ts";
import { readIcon, renderIcon } from "../icons.ts";
import type { References } from "../references.ts";
import { type ContentReading, readRichText } from "../rich-text/read.ts";
import { renderRichText } from "../rich-text/render.ts";

/** How a field of the content of a block is read from requests, kept and answered. */
export interface Field {
  /** As a request has it -> as it is kept. The same when left out. */
  // biome-ignore lint/suspicious/noExplicitAny: what it is follows from the schema of the field
  read?(value: any, reading?: ContentReading): unknown;
  /** As it is kept -> as an answer has it. The same when left out. */
  // biome-ignore lint/suspicious/noExplicitAny: as above
  render?(value: any, references: References, context: Context): unknown;
  /** What it is in a new block that says nothing of it. Without this the field may be missing in answers too. */
  absent?: unknown;
}

type RichTextRequest = Schema<"RichTextItemRequest">[];

const plain: Field = {};
const off: Field = { absent: false };
const color: Field = { absent: "default" };
const richText: Field = { read: readRichText, render: renderRichText, absent: [] };
const icon: Field = { read: (value) => readIcon(value), render: renderIcon, absent: null };
const id: Field = { read: (value: string) => dashed(value) };

const calloutIcon: Field = { ...icon, absent: { type: "emoji", emoji: "💡" } satisfies StoredIcon };

const cells: Field = {
  read: (rows: RichTextRequest[], reading) => rows.map((cell) => readRichText(cell, reading)),
  render: (rows: StoredRichText[][], references, context) =>
    rows.map((cell) => renderRichText(cell, references, context)),
};

const url: Field = {
  read: (value: string, { anyUrl = false } = {}) => {
    if (!anyUrl && !URL.canParse(value)) throw contentRefused("Invalid URL for link.");
    return value;
  },
};

const syncedFrom: Field = {
  read: (source: { block_id: string } | null) =>
    source && { type: "block_id", block_id: dashed(source.block_id) },
  absent: null,
};

/** Only seeds bring files that are hosted; requests refer to uploads. */
const hosted: Field = {
  render: (file: { url: string }, _references, context) => renderHosted(file, context),
};

const text = { rich_text: richText, color };
const heading = { rich_text: richText, is_toggleable: off, color };
const media = {
  caption: richText,
  type: plain,
  external: plain,
  file: hosted,
};

/** What stands under the type of a block, in the order of answers. Types that have nothing there are empty. */
export const contentFields: Record<string, Record<string, Field>> = {
  paragraph: { rich_text: richText, icon, color },
  heading_1: heading,
  heading_2: heading,
  heading_3: heading,
  heading_4: heading,
  bulleted_list_item: text,
  numbered_list_item: text,
  to_do: { rich_text: richText, checked: off, color },
  toggle: text,
  quote: text,
  callout: { rich_text: richText, icon: calloutIcon, color },
  code: { caption: richText, rich_text: richText, language: plain },
  equation: { expression: plain },
  divider: {},
  breadcrumb: {},
  table_of_contents: { color },
  table: { table_width: plain, has_column_header: off, has_row_header: off },
  table_row: { cells },
  column_list: {},
  column: { width_ratio: plain },
  tab: {},
  synced_block: { synced_from: syncedFrom },
  template: { rich_text: richText },
  bookmark: { caption: richText, url },
  embed: { caption: richText, url },
  image: media,
  video: media,
  audio: media,
  pdf: media,
  file: { ...media, name: plain },
  link_to_page: { type: plain, page_id: id, database_id: id, comment_id: id },
  link_preview: { url: plain },
  meeting_notes: { title: richText },
  unsupported: { block_type: plain },
};
