/**
 * Where the types of the SDK and ours differ on purpose, in one place.
 *
 * `Theirs…` is a type of the SDK as it should be, `Shared…` is one of ours without what only we know. Both go
 * through a type to its leaves. Every difference has a line in `differences.test-d.ts` that says why, names the
 * source that was believed, and stops compiling when the SDK no longer needs it.
 */
import type {
  AsyncTaskResult,
  Filter,
  NumberFormat,
  QuickFilter,
  Sort,
  UserOrGroupRequest,
} from "@notional/openapi-types";

/** A response type of the SDK, corrected, with the id that every answer carries. */
export type TheirWholeAnswer<T> = T extends unknown ? TheirAnswer<T> & { request_id: string } : never;

/** A response type of the SDK, corrected. */
export type TheirAnswer<T> = T extends Scalar
  ? T
  : T extends readonly (infer Item)[]
    ? TheirAnswer<Item>[]
    : T extends Record<string, never>
      ? OpenIfEmpty<T>
      : T extends { type: "transcription" }
        ? never
        : T extends { object: "property_item" } | { next_url: string | null }
          ? TheirAnswered<T>
          : T extends { type: "title"; id: string }
            ? TheirAnswered<T> & { id: "title" }
            : T extends { type: "relation"; id: string; relation: unknown[] }
              ? TheirAnswered<T> & { has_more: boolean }
              : T extends { object: "view"; url: string }
                ? AllBut<TheirAnswered<T>, "dashboard_view_id">
                : TheirAnswered<T>;

type TheirAnswered<T> = {
  [Key in keyof T as Exclude<Key, "archived">]: Key extends "format"
    ? Format<T[Key]>
    : Key extends "object"
      ? Page<T[Key]>
      : Key extends "result"
        ? AsyncTaskResult
        : Key extends "filter"
          ? Filter | Extract<T[Key], null>
          : Key extends "status"
            ? TheirAnswer<T[Key]> | ("notes_ready" extends T[Key] ? "transcription_failed" : never)
            : TheirAnswer<T[Key]>;
};

/** A response type of ours, without what the SDK does not know. */
export type SharedAnswer<T> = T extends Scalar
  ? T
  : T extends readonly (infer Item)[]
    ? SharedAnswer<Item>[]
    : T extends { name: string; type: ConfigUnknownToSdk } | { object: "group" }
      ? never
      : { [Key in keyof T]: SharedAnswer<T[Key]> };

type ConfigUnknownToSdk = "button" | "location" | "place" | "last_visited_time" | "verification";

/** A request type of the SDK, corrected. */
export type TheirAsked<T> = T extends Scalar
  ? T
  : T extends readonly (infer Item)[]
    ? TheirAsked<Item>[]
    : T extends Record<string, never>
      ? T
      : T extends { content: string; position?: unknown; after?: string }
        ? Omit<T, "after"> | Omit<T, "position">
        : T extends { id: string } & OptionallyGroup<T>
          ? UserOrGroupRequest
          : {
              [Key in keyof T as Exclude<Key, "archived">]: Key extends "format"
                ? Format<T[Key]>
                : Key extends "start_cursor"
                  ? Exclude<T[Key], null>
                  : Key extends keyof Opaque
                    ? Filled<T[Key], Opaque[Key]>
                    : TheirAsked<T[Key]>;
            };

/** What the SDK has no types for and leaves as empty objects, in requests for views. */
interface Opaque {
  filter: Filter;
  sorts: Sort;
  quick_filters: QuickFilter;
}

type Filled<T, Known> = T extends readonly (infer Item)[]
  ? Filled<Item, Known>[]
  : T extends Record<string, infer Value>
    ? string extends keyof T
      ? [Value] extends [never]
        ? Known
        : Record<string, Filled<Value, Known>>
      : TheirAsked<T>
    : TheirAsked<T>;

/** A request type of ours, without what the SDK does not know. `Depth` counts the `children` that it is in. */
export type SharedAsked<T, Depth extends 0[] = []> = T extends Scalar
  ? T
  : T extends readonly (infer Item)[]
    ? SharedAsked<Item, Depth>[]
    : T extends { this_month: object }
      ? never
      : T extends { embed: unknown }
        ? { [Key in keyof T]: Key extends "embed" ? Extract<T[Key], { url: unknown }> : T[Key] }
        : Depth extends [0, 0, 0, ...0[]]
          ? T extends { table: unknown } | { tab: unknown }
            ? never
            : SharedInAsked<T, Depth>
          : SharedInAsked<T, Depth>;

type SharedInAsked<T, Depth extends 0[]> = {
  [Key in keyof T]: Key extends "properties"
    ? SharedValues<T[Key], Depth>
    : Key extends "tab"
      ? Required<SharedAsked<T[Key], Depth>>
      : SharedAsked<T[Key], Key extends "children" | "content" ? [...Depth, 0] : Depth>;
};

/** The content of a new page is blocks or Markdown, not both. */
export type OneContent<T> = Omit<T, "markdown"> | Omit<T, "children" | "content">;

/** What stands for the bytes of a file is a matter of each client. */
export type AnyFile<T> = Omit<T, "file"> & { file: string };

/** A new view goes to one place. */
export type OneDestination<T> =
  | (Omit<T, "view_id" | "create_database"> & { database_id: string })
  | (Omit<T, "database_id" | "create_database"> & { view_id: string })
  | (Omit<T, "database_id" | "view_id"> & Required<Pick<T, "create_database" & keyof T>>);

/** Since 2026-03-11 there is no `after`. */
export type WithoutAfter<T> = Omit<T, "after">;

/** With every optional key, so that a type without that key does not fit. */
export type Complete<T> = T extends Scalar
  ? T
  : T extends readonly (infer Item)[]
    ? Complete<Item>[]
    : { [Key in keyof T]-?: Complete<T[Key]> };

type SharedValues<T, Depth extends 0[]> = T extends readonly unknown[] | Scalar
  ? SharedAsked<T, Depth>
  : { [Name in keyof T]: SharedAsked<Exclude<T[Name], readonly unknown[]>, Depth> };

type Scalar = string | number | boolean | null | undefined;

/** The SDK closes its empty objects; our answers stay open. */
type OpenIfEmpty<T> = string extends keyof T ? Record<string, unknown> : TheirAnswered<T>;

/** `object?: "group"`; every object fits that, so ask for the key. */
type OptionallyGroup<T> = "object" extends keyof T ? { object?: "group" } : never;

/** With every field, but one that stays as it is. */
type AllBut<T, Field extends string> = Required<Omit<T, Field>> & Pick<T, Field & keyof T>;

/** Queries of views find pages. */
type Page<T> = string extends T ? "page" : T;

/** Number formats are a list. */
type Format<T> = string extends T ? NumberFormat : T;
