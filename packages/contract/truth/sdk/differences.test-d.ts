// Checked by `pnpm typecheck`, never run.
import type { EmptyObjectRequest, NumberFormat, Schema } from "@notional/openapi-types";
import type { MeetingNotesPropertyFilter } from "@notionhq/client";
import type * as sdk from "@notionhq/client/build/src/api-endpoints.js";
import { fits } from "./sides.ts";

// Every difference that `differences.ts` allows for, as small as it can be shown. When the SDK gets one right, its line
// is no error any more and stops compiling: then it goes, here and there.

type TheirInsertion = Extract<sdk.UpdatePageMarkdownParameters, { type: "insert_content" }>["insert_content"];
type TheirNote = sdk.QueryMeetingNotesResponse["results"][number]["meeting_notes"];
type TheirFilter = NonNullable<sdk.QueryDataSourceParameters["filter"]>;
type TheirConfig = sdk.DataSourceObjectResponse["properties"][string];
type TheirValue = sdk.PageObjectResponse["properties"][string];
type TheirValueRequest = NonNullable<sdk.CreatePageParameters["properties"]>[string];

// Answers.

// @ts-expect-error `archived` is gone since 2026-03-11. Believed: recordings, upgrade guide.
fits<Schema<"DataSource">, Pick<sdk.DataSourceObjectResponse, "archived">>();

// @ts-expect-error Transcription blocks are called meeting notes since 2026-03-11. Believed: upgrade guide.
fits<sdk.TranscriptionBlockObjectResponse, Schema<"Block">>();

// @ts-expect-error Every answer carries `request_id`. Believed: recordings, all of them.
fits<sdk.ListUsersResponse, { request_id: string }>();

// @ts-expect-error Relations say whether there are more than 25. Believed: recordings, 75 of 75, and the docs.
fits<Extract<TheirValue, { type: "relation" }>, { has_more: boolean }>();

// @ts-expect-error The id of a title is always "title". Believed: recordings, 1330 of 1330.
fits<Extract<TheirConfig, { type: "title" }>["id"], Schema<"TitlePropertyConfig">["id"]>();

// @ts-expect-error Number formats are a list. Believed: the types of SDK 4 and the docs.
fits<Extract<TheirConfig, { type: "number" }>["number"]["format"], NumberFormat>();

// @ts-expect-error Answers stay open to new fields, so an empty object is not sealed. Believed: docs on versioning.
fits<Schema<"EmptyObject">, sdk.ListUsersResponse["user"]>();

// @ts-expect-error A people property holds groups too, as the SDK's own page value says. Believed: that.
fits<Schema<"Group">, sdk.PeoplePropertyItemObjectResponse["people"]>();

// Schemas of data sources have types that the SDK lists for requests only, or not at all. Believed: the docs.
// @ts-expect-error
fits<Schema<"ButtonPropertyConfig">, TheirConfig>();
// @ts-expect-error
fits<Schema<"LastVisitedTimePropertyConfig">, TheirConfig>();
// @ts-expect-error
fits<Schema<"LocationPropertyConfig">, TheirConfig>();
// @ts-expect-error
fits<Schema<"PlacePropertyConfig">, TheirConfig>();
// @ts-expect-error
fits<Schema<"VerificationPropertyConfig">, TheirConfig>();

// @ts-expect-error A view has every field, if only with null. Believed: recordings.
fits<Pick<sdk.DataSourceViewObjectResponse, "data_source_id">, Pick<Schema<"View">, "data_source_id">>();

// @ts-expect-error The filter of a view is that of a query; the SDK leaves its tests open. Believed: the docs.
fits<sdk.DataSourceViewObjectResponse["filter"], Schema<"View">["filter"]>();

// @ts-expect-error A query of a view finds pages. Believed: the docs.
fits<sdk.ViewQueryResponse["results"][number]["object"], "page">();

// @ts-expect-error What was started ends in something known, not in any JSON. Believed: recordings.
fits<Extract<sdk.GetAsyncTaskResponse, { status: "succeeded" }>["result"], Schema<"AsyncTaskResult">>();

// @ts-expect-error Transcriptions may fail, as the SDK says elsewhere. Believed: its type of created meeting notes.
fits<Schema<"MeetingNotesStatus">, TheirNote["status"]>();

// Requests.

// @ts-expect-error The filter of a view is that of a query; the SDK has no type for it. Believed: the docs.
fits<Schema<"Filter">, NonNullable<sdk.CreateViewParameters["filter"]>>();

// @ts-expect-error The same of its sorts.
fits<Schema<"Sort">, NonNullable<sdk.CreateViewParameters["sorts"]>[number]>();

// @ts-expect-error The same of its filter bar.
fits<Schema<"QuickFilter">, NonNullable<sdk.CreateViewParameters["quick_filters"]>[string]>();

// @ts-expect-error A view is made in a database, on a dashboard or in a linked database. Believed: the docs.
fits<Pick<sdk.CreateViewParameters, "database_id" | "view_id">, Schema<"ViewDestination">>();

// @ts-expect-error The API refuses null; the SDK takes it and leaves it out. Believed: the SDK's own code.
fits<NonNullable<sdk.SearchParameters>["start_cursor"], string | undefined>();

// @ts-expect-error `after` is replaced by `position` since 2026-03-11. Believed: upgrade guide.
fits<Schema<"AppendBlockChildrenBody">, Required<Pick<sdk.AppendBlockChildrenParameters, "after">>>();

// @ts-expect-error Content is blocks or Markdown, not both. Believed: the docs of the endpoint.
fits<Pick<sdk.CreatePageParameters, "children" | "markdown">, Schema<"CreatePageContent">>();

// @ts-expect-error An HTML file that was uploaded may be embedded, since 2026-07-03. Believed: changelog.
fits<Schema<"FileUploadEmbedContentRequest">, Extract<sdk.BlockObjectRequest, { embed: unknown }>["embed"]>();

// @ts-expect-error Dates are asked for this month too. Believed: an example of the docs.
fits<{ property: string; date: { this_month: EmptyObjectRequest } }, TheirFilter>();

// @ts-expect-error A title without the object around it is taken. Believed: recordings.
fits<Schema<"BareRichTextRequest">, TheirValueRequest>();

// @ts-expect-error Our blocks nest by recursion; `x-notion-max-nesting` counts, a schema cannot. Same meaning.
fits<Schema<"NestedBlockRequest">, sdk.BlockObjectRequestWithoutChildren>();

// @ts-expect-error Ours is a union by which keys are there, which TypeScript does not see in `?`. Same meaning.
fits<sdk.GroupObjectRequest, Schema<"UserOrGroupRequest">>();

// @ts-expect-error Text goes after a selection or to a position, not both. Believed: the docs.
fits<TheirInsertion, Schema<"ContentInsertion">>();

// What `requests.test-d.ts` has no way to say of the filters of meeting notes, whose depth differs: their leaves fit.
fits<MeetingNotesPropertyFilter, Schema<"MeetingNotePropertyFilter">>();
fits<Schema<"MeetingNotePropertyFilter">, MeetingNotesPropertyFilter>();
