// Checked by `pnpm typecheck`, never run.

import type { SessionStreamEvent } from "@notional/openapi-types";
import type { QueryMeetingNotesParameters } from "@notionhq/client";
import type * as sdk from "@notionhq/client/build/src/api-endpoints.js";
import type {
  AnyFile,
  Complete,
  SharedAnswer,
  SharedAsked,
  TheirAnswer,
  TheirAsked,
  WithoutAfter,
} from "./differences.ts";
import { type Answer, type Asked, type Flat, type FlatResults, fits } from "./sides.ts";

// An optional key that one side lacks does not make types unfit. So once more with every key required: whatever the
// SDK may find in an answer, and may send, is a key of ours.

fits<Complete<SharedAnswer<Answer<"getSelf">>>, Complete<TheirAnswer<sdk.GetSelfResponse>>>();
fits<Complete<SharedAnswer<Answer<"getUser">>>, Complete<TheirAnswer<sdk.GetUserResponse>>>();
fits<Complete<SharedAnswer<Answer<"listUsers">>>, Complete<TheirAnswer<sdk.ListUsersResponse>>>();
fits<Complete<SharedAnswer<Answer<"createPage">>>, Complete<TheirAnswer<sdk.CreatePageResponse>>>();
fits<Complete<SharedAnswer<Answer<"getPage">>>, Complete<TheirAnswer<sdk.GetPageResponse>>>();
fits<Complete<SharedAnswer<Answer<"updatePage">>>, Complete<TheirAnswer<sdk.UpdatePageResponse>>>();
fits<Complete<SharedAnswer<Answer<"movePage">>>, Complete<TheirAnswer<sdk.MovePageResponse>>>();
fits<Complete<SharedAnswer<Answer<"getPageProperty">>>, Complete<TheirAnswer<sdk.GetPagePropertyResponse>>>();
fits<Complete<SharedAnswer<Answer<"getPageMarkdown">>>, Complete<TheirAnswer<sdk.GetPageMarkdownResponse>>>();
fits<
  Complete<SharedAnswer<Answer<"updatePageMarkdown">>>,
  Complete<TheirAnswer<sdk.UpdatePageMarkdownResponse>>
>();
fits<Complete<SharedAnswer<Answer<"getBlock">>>, Complete<TheirAnswer<sdk.GetBlockResponse>>>();
fits<Complete<SharedAnswer<Answer<"updateBlock">>>, Complete<TheirAnswer<sdk.UpdateBlockResponse>>>();
fits<Complete<SharedAnswer<Answer<"deleteBlock">>>, Complete<TheirAnswer<sdk.DeleteBlockResponse>>>();
fits<
  Complete<SharedAnswer<Answer<"listBlockChildren">>>,
  Complete<TheirAnswer<sdk.ListBlockChildrenResponse>>
>();
fits<
  Complete<SharedAnswer<Answer<"appendBlockChildren">>>,
  Complete<TheirAnswer<sdk.AppendBlockChildrenResponse>>
>();
fits<
  Complete<SharedAnswer<Answer<"createMeetingNote">>>,
  Complete<TheirAnswer<sdk.CreateMeetingNoteResponse>>
>();
fits<
  Complete<SharedAnswer<Answer<"queryMeetingNotes">>>,
  Complete<TheirAnswer<sdk.QueryMeetingNotesResponse>>
>();
fits<Complete<SharedAnswer<Answer<"getDatabase">>>, Complete<TheirAnswer<sdk.GetDatabaseResponse>>>();
fits<Complete<SharedAnswer<Answer<"updateDatabase">>>, Complete<TheirAnswer<sdk.UpdateDatabaseResponse>>>();
fits<Complete<SharedAnswer<Answer<"createDatabase">>>, Complete<TheirAnswer<sdk.CreateDatabaseResponse>>>();
fits<Complete<SharedAnswer<Answer<"getDataSource">>>, Complete<TheirAnswer<sdk.GetDataSourceResponse>>>();
fits<
  Complete<SharedAnswer<Answer<"updateDataSource">>>,
  Complete<TheirAnswer<sdk.UpdateDataSourceResponse>>
>();
fits<Complete<SharedAnswer<Answer<"queryDataSource">>>, Complete<TheirAnswer<sdk.QueryDataSourceResponse>>>();
fits<
  Complete<SharedAnswer<Answer<"createDataSource">>>,
  Complete<TheirAnswer<sdk.CreateDataSourceResponse>>
>();
fits<
  Complete<SharedAnswer<Answer<"listDataSourceTemplates">>>,
  Complete<TheirAnswer<sdk.ListDataSourceTemplatesResponse>>
>();
fits<
  Complete<SharedAnswer<Answer<"listDatabaseViews">>>,
  Complete<TheirAnswer<sdk.ListDatabaseViewsResponse>>
>();
fits<Complete<SharedAnswer<Answer<"createView">>>, Complete<TheirAnswer<sdk.CreateViewResponse>>>();
fits<Complete<SharedAnswer<Answer<"getView">>>, Complete<TheirAnswer<sdk.GetViewResponse>>>();
fits<Complete<SharedAnswer<Answer<"updateView">>>, Complete<TheirAnswer<sdk.UpdateViewResponse>>>();
fits<Complete<SharedAnswer<Answer<"deleteView">>>, Complete<TheirAnswer<sdk.DeleteViewResponse>>>();
fits<Complete<SharedAnswer<Answer<"createViewQuery">>>, Complete<TheirAnswer<sdk.CreateViewQueryResponse>>>();
fits<
  Complete<SharedAnswer<Answer<"getViewQueryResults">>>,
  Complete<TheirAnswer<sdk.GetViewQueryResultsResponse>>
>();
fits<Complete<SharedAnswer<Answer<"deleteViewQuery">>>, Complete<TheirAnswer<sdk.DeleteViewQueryResponse>>>();
fits<Complete<SharedAnswer<Answer<"search">>>, Complete<TheirAnswer<sdk.SearchResponse>>>();
fits<Complete<SharedAnswer<Answer<"createComment">>>, Complete<TheirAnswer<sdk.CreateCommentResponse>>>();
fits<Complete<SharedAnswer<Answer<"listComments">>>, Complete<TheirAnswer<sdk.ListCommentsResponse>>>();
fits<Complete<SharedAnswer<Answer<"getComment">>>, Complete<TheirAnswer<sdk.GetCommentResponse>>>();
fits<Complete<SharedAnswer<Answer<"updateComment">>>, Complete<TheirAnswer<sdk.UpdateCommentResponse>>>();
fits<Complete<SharedAnswer<Answer<"deleteComment">>>, Complete<TheirAnswer<sdk.DeleteCommentResponse>>>();
fits<
  Complete<SharedAnswer<Flat<Answer<"createFileUpload">>>>,
  Complete<TheirAnswer<sdk.CreateFileUploadResponse>>
>();
fits<
  Complete<SharedAnswer<FlatResults<Answer<"listFileUploads">>>>,
  Complete<TheirAnswer<sdk.ListFileUploadsResponse>>
>();
fits<
  Complete<SharedAnswer<Flat<Answer<"sendFileUpload">>>>,
  Complete<TheirAnswer<sdk.SendFileUploadResponse>>
>();
fits<
  Complete<SharedAnswer<Flat<Answer<"completeFileUpload">>>>,
  Complete<TheirAnswer<sdk.CompleteFileUploadResponse>>
>();
fits<
  Complete<SharedAnswer<Flat<Answer<"getFileUpload">>>>,
  Complete<TheirAnswer<sdk.GetFileUploadResponse>>
>();
fits<
  Complete<SharedAnswer<Answer<"listCustomEmojis">>>,
  Complete<TheirAnswer<sdk.ListCustomEmojisResponse>>
>();
fits<Complete<SharedAnswer<Answer<"getAsyncTask">>>, Complete<TheirAnswer<sdk.GetAsyncTaskResponse>>>();
fits<Complete<SharedAnswer<Answer<"oauthToken">>>, Complete<TheirAnswer<sdk.OauthTokenResponse>>>();
fits<Complete<SharedAnswer<Answer<"oauthRevoke">>>, Complete<TheirAnswer<sdk.OauthRevokeResponse>>>();
fits<Complete<SharedAnswer<Answer<"oauthIntrospect">>>, Complete<TheirAnswer<sdk.OauthIntrospectResponse>>>();
fits<Complete<SharedAnswer<Answer<"agentBatch">>>, Complete<TheirAnswer<sdk.AgentBatchResponse>>>();
fits<Complete<SharedAnswer<Answer<"cancelSession">>>, Complete<TheirAnswer<sdk.CancelSessionResponse>>>();
fits<Complete<SharedAnswer<Answer<"deleteAgent">>>, Complete<TheirAnswer<sdk.DeleteAgentResponse>>>();
fits<Complete<SharedAnswer<Answer<"getAgent">>>, Complete<TheirAnswer<sdk.GetAgentResponse>>>();
fits<Complete<SharedAnswer<Answer<"getInsights">>>, Complete<TheirAnswer<sdk.GetInsightsResponse>>>();
fits<Complete<SharedAnswer<Answer<"queryAgents">>>, Complete<TheirAnswer<sdk.QueryAgentsResponse>>>();
fits<
  Complete<SharedAnswer<Answer<"querySessionEvents">>>,
  Complete<TheirAnswer<sdk.QuerySessionEventsResponse>>
>();
fits<Complete<SharedAnswer<Answer<"querySessions">>>, Complete<TheirAnswer<sdk.QuerySessionsResponse>>>();
fits<Complete<SharedAnswer<Answer<"retrieveSession">>>, Complete<TheirAnswer<sdk.RetrieveSessionResponse>>>();
fits<
  Complete<SharedAnswer<Answer<"updateAgentCreditLimit">>>,
  Complete<TheirAnswer<sdk.UpdateAgentCreditLimitResponse>>
>();
fits<
  Complete<SharedAnswer<Answer<"updateAgentStatus">>>,
  Complete<TheirAnswer<sdk.UpdateAgentStatusResponse>>
>();
fits<Complete<SharedAnswer<Answer<"updateSession">>>, Complete<TheirAnswer<sdk.UpdateSessionResponse>>>();
fits<Complete<SharedAnswer<SessionStreamEvent>>, Complete<TheirAnswer<sdk.UpdateSessionStreamResponse>>>();

fits<Complete<SharedAsked<Asked<"getSelf">>>, Complete<TheirAsked<sdk.GetSelfParameters>>>();
fits<Complete<SharedAsked<Asked<"getUser">>>, Complete<TheirAsked<sdk.GetUserParameters>>>();
fits<Complete<SharedAsked<Asked<"listUsers">>>, Complete<TheirAsked<sdk.ListUsersParameters>>>();
fits<Complete<SharedAsked<Asked<"createPage">>>, Complete<TheirAsked<sdk.CreatePageParameters>>>();
fits<Complete<SharedAsked<Asked<"getPage">>>, Complete<TheirAsked<sdk.GetPageParameters>>>();
fits<Complete<SharedAsked<Asked<"updatePage">>>, Complete<TheirAsked<sdk.UpdatePageParameters>>>();
fits<Complete<SharedAsked<Asked<"movePage">>>, Complete<TheirAsked<sdk.MovePageParameters>>>();
fits<Complete<SharedAsked<Asked<"getPageProperty">>>, Complete<TheirAsked<sdk.GetPagePropertyParameters>>>();
fits<Complete<SharedAsked<Asked<"getPageMarkdown">>>, Complete<TheirAsked<sdk.GetPageMarkdownParameters>>>();
fits<
  Complete<SharedAsked<Asked<"updatePageMarkdown">>>,
  Complete<TheirAsked<sdk.UpdatePageMarkdownParameters>>
>();
fits<Complete<SharedAsked<Asked<"getBlock">>>, Complete<TheirAsked<sdk.GetBlockParameters>>>();
fits<Complete<SharedAsked<Asked<"updateBlock">>>, Complete<TheirAsked<sdk.UpdateBlockParameters>>>();
fits<Complete<SharedAsked<Asked<"deleteBlock">>>, Complete<TheirAsked<sdk.DeleteBlockParameters>>>();
fits<
  Complete<SharedAsked<Asked<"listBlockChildren">>>,
  Complete<TheirAsked<sdk.ListBlockChildrenParameters>>
>();
fits<
  Complete<SharedAsked<Asked<"appendBlockChildren">>>,
  Complete<WithoutAfter<TheirAsked<sdk.AppendBlockChildrenParameters>>>
>();
fits<
  Complete<SharedAsked<Flat<Asked<"createMeetingNote">>>>,
  Complete<Flat<TheirAsked<sdk.CreateMeetingNoteParameters>>>
>();
fits<Complete<SharedAsked<Asked<"queryMeetingNotes">>>, Complete<TheirAsked<QueryMeetingNotesParameters>>>();
fits<Complete<SharedAsked<Asked<"getDatabase">>>, Complete<TheirAsked<sdk.GetDatabaseParameters>>>();
fits<Complete<SharedAsked<Asked<"updateDatabase">>>, Complete<TheirAsked<sdk.UpdateDatabaseParameters>>>();
fits<Complete<SharedAsked<Asked<"createDatabase">>>, Complete<TheirAsked<sdk.CreateDatabaseParameters>>>();
fits<Complete<SharedAsked<Asked<"getDataSource">>>, Complete<TheirAsked<sdk.GetDataSourceParameters>>>();
fits<
  Complete<SharedAsked<Asked<"updateDataSource">>>,
  Complete<TheirAsked<sdk.UpdateDataSourceParameters>>
>();
fits<Complete<SharedAsked<Asked<"queryDataSource">>>, Complete<TheirAsked<sdk.QueryDataSourceParameters>>>();
fits<
  Complete<SharedAsked<Asked<"createDataSource">>>,
  Complete<TheirAsked<sdk.CreateDataSourceParameters>>
>();
fits<
  Complete<SharedAsked<Asked<"listDataSourceTemplates">>>,
  Complete<TheirAsked<sdk.ListDataSourceTemplatesParameters>>
>();
fits<
  Complete<SharedAsked<Asked<"listDatabaseViews">>>,
  Complete<TheirAsked<sdk.ListDatabaseViewsParameters>>
>();
fits<Complete<SharedAsked<Asked<"createView">>>, Complete<TheirAsked<sdk.CreateViewParameters>>>();
fits<Complete<SharedAsked<Asked<"getView">>>, Complete<TheirAsked<sdk.GetViewParameters>>>();
fits<Complete<SharedAsked<Asked<"updateView">>>, Complete<TheirAsked<sdk.UpdateViewParameters>>>();
fits<Complete<SharedAsked<Asked<"deleteView">>>, Complete<TheirAsked<sdk.DeleteViewParameters>>>();
fits<Complete<SharedAsked<Asked<"createViewQuery">>>, Complete<TheirAsked<sdk.CreateViewQueryParameters>>>();
fits<
  Complete<SharedAsked<Asked<"getViewQueryResults">>>,
  Complete<TheirAsked<sdk.GetViewQueryResultsParameters>>
>();
fits<Complete<SharedAsked<Asked<"deleteViewQuery">>>, Complete<TheirAsked<sdk.DeleteViewQueryParameters>>>();
fits<Complete<SharedAsked<Asked<"search">>>, Complete<TheirAsked<sdk.SearchParameters>>>();
fits<Complete<SharedAsked<Asked<"createComment">>>, Complete<TheirAsked<sdk.CreateCommentParameters>>>();
fits<Complete<SharedAsked<Asked<"listComments">>>, Complete<TheirAsked<sdk.ListCommentsParameters>>>();
fits<Complete<SharedAsked<Asked<"getComment">>>, Complete<TheirAsked<sdk.GetCommentParameters>>>();
fits<Complete<SharedAsked<Asked<"updateComment">>>, Complete<TheirAsked<sdk.UpdateCommentParameters>>>();
fits<Complete<SharedAsked<Asked<"deleteComment">>>, Complete<TheirAsked<sdk.DeleteCommentParameters>>>();
fits<
  Complete<SharedAsked<Flat<Asked<"createFileUpload">>>>,
  Complete<TheirAsked<sdk.CreateFileUploadParameters>>
>();
fits<Complete<SharedAsked<Asked<"listFileUploads">>>, Complete<TheirAsked<sdk.ListFileUploadsParameters>>>();
fits<
  Complete<SharedAsked<Asked<"sendFileUpload">>>,
  Complete<AnyFile<TheirAsked<sdk.SendFileUploadParameters>>>
>();
fits<
  Complete<SharedAsked<Asked<"completeFileUpload">>>,
  Complete<TheirAsked<sdk.CompleteFileUploadParameters>>
>();
fits<Complete<SharedAsked<Asked<"getFileUpload">>>, Complete<TheirAsked<sdk.GetFileUploadParameters>>>();
fits<
  Complete<SharedAsked<Asked<"listCustomEmojis">>>,
  Complete<TheirAsked<sdk.ListCustomEmojisParameters>>
>();
fits<Complete<SharedAsked<Asked<"getAsyncTask">>>, Complete<TheirAsked<sdk.GetAsyncTaskParameters>>>();
fits<Complete<SharedAsked<Asked<"oauthToken">>>, Complete<TheirAsked<sdk.OauthTokenParameters>>>();
fits<Complete<SharedAsked<Asked<"oauthRevoke">>>, Complete<TheirAsked<sdk.OauthRevokeParameters>>>();
fits<Complete<SharedAsked<Asked<"oauthIntrospect">>>, Complete<TheirAsked<sdk.OauthIntrospectParameters>>>();
fits<Complete<SharedAsked<Asked<"agentBatch">>>, Complete<TheirAsked<sdk.AgentBatchParameters>>>();
fits<Complete<SharedAsked<Asked<"cancelSession">>>, Complete<TheirAsked<sdk.CancelSessionParameters>>>();
fits<Complete<SharedAsked<Asked<"deleteAgent">>>, Complete<TheirAsked<sdk.DeleteAgentParameters>>>();
fits<Complete<SharedAsked<Asked<"getAgent">>>, Complete<TheirAsked<sdk.GetAgentParameters>>>();
fits<Complete<SharedAsked<Asked<"getInsights">>>, Complete<TheirAsked<sdk.GetInsightsParameters>>>();
fits<Complete<SharedAsked<Asked<"queryAgents">>>, Complete<TheirAsked<sdk.QueryAgentsParameters>>>();
fits<
  Complete<SharedAsked<Asked<"querySessionEvents">>>,
  Complete<TheirAsked<sdk.QuerySessionEventsParameters>>
>();
fits<Complete<SharedAsked<Asked<"querySessions">>>, Complete<TheirAsked<sdk.QuerySessionsParameters>>>();
fits<Complete<SharedAsked<Asked<"retrieveSession">>>, Complete<TheirAsked<sdk.RetrieveSessionParameters>>>();
fits<
  Complete<SharedAsked<Asked<"updateAgentCreditLimit">>>,
  Complete<TheirAsked<sdk.UpdateAgentCreditLimitParameters>>
>();
fits<
  Complete<SharedAsked<Asked<"updateAgentStatus">>>,
  Complete<TheirAsked<sdk.UpdateAgentStatusParameters>>
>();
fits<Complete<SharedAsked<Asked<"updateSession">>>, Complete<TheirAsked<sdk.UpdateSessionParameters>>>();
