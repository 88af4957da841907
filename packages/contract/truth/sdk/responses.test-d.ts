// Checked by `pnpm typecheck`, never run.

import type { SessionStreamEvent } from "@notional/openapi-types";
import type * as sdk from "@notionhq/client/build/src/api-endpoints.js";
import type { SharedAnswer, TheirAnswer, TheirWholeAnswer } from "./differences.ts";
import { type Answer, type Flat, type FlatResults, fits } from "./sides.ts";

// What we answer is what code written against the SDK expects.

// Users.
fits<SharedAnswer<Answer<"getSelf">>, TheirAnswer<sdk.GetSelfResponse>>();
fits<SharedAnswer<Answer<"getUser">>, TheirAnswer<sdk.GetUserResponse>>();
fits<SharedAnswer<Answer<"listUsers">>, TheirAnswer<sdk.ListUsersResponse>>();

// Pages.
fits<SharedAnswer<Answer<"createPage">>, TheirAnswer<sdk.CreatePageResponse>>();
fits<SharedAnswer<Answer<"getPage">>, TheirAnswer<sdk.GetPageResponse>>();
fits<SharedAnswer<Answer<"updatePage">>, TheirAnswer<sdk.UpdatePageResponse>>();
fits<SharedAnswer<Answer<"movePage">>, TheirAnswer<sdk.MovePageResponse>>();
fits<SharedAnswer<Answer<"getPageProperty">>, TheirAnswer<sdk.GetPagePropertyResponse>>();
fits<SharedAnswer<Answer<"getPageMarkdown">>, TheirAnswer<sdk.GetPageMarkdownResponse>>();
fits<SharedAnswer<Answer<"updatePageMarkdown">>, TheirAnswer<sdk.UpdatePageMarkdownResponse>>();

// Blocks.
fits<SharedAnswer<Answer<"getBlock">>, TheirAnswer<sdk.GetBlockResponse>>();
fits<SharedAnswer<Answer<"updateBlock">>, TheirAnswer<sdk.UpdateBlockResponse>>();
fits<SharedAnswer<Answer<"deleteBlock">>, TheirAnswer<sdk.DeleteBlockResponse>>();
fits<SharedAnswer<Answer<"listBlockChildren">>, TheirAnswer<sdk.ListBlockChildrenResponse>>();
fits<SharedAnswer<Answer<"appendBlockChildren">>, TheirAnswer<sdk.AppendBlockChildrenResponse>>();

// Meeting notes.
fits<SharedAnswer<Answer<"createMeetingNote">>, TheirAnswer<sdk.CreateMeetingNoteResponse>>();
fits<SharedAnswer<Answer<"queryMeetingNotes">>, TheirAnswer<sdk.QueryMeetingNotesResponse>>();

// Databases.
fits<SharedAnswer<Answer<"getDatabase">>, TheirAnswer<sdk.GetDatabaseResponse>>();
fits<SharedAnswer<Answer<"updateDatabase">>, TheirAnswer<sdk.UpdateDatabaseResponse>>();
fits<SharedAnswer<Answer<"createDatabase">>, TheirAnswer<sdk.CreateDatabaseResponse>>();

// Data sources.
fits<SharedAnswer<Answer<"getDataSource">>, TheirAnswer<sdk.GetDataSourceResponse>>();
fits<SharedAnswer<Answer<"updateDataSource">>, TheirAnswer<sdk.UpdateDataSourceResponse>>();
fits<SharedAnswer<Answer<"queryDataSource">>, TheirAnswer<sdk.QueryDataSourceResponse>>();
fits<SharedAnswer<Answer<"createDataSource">>, TheirAnswer<sdk.CreateDataSourceResponse>>();
fits<SharedAnswer<Answer<"listDataSourceTemplates">>, TheirAnswer<sdk.ListDataSourceTemplatesResponse>>();

// Views.
fits<SharedAnswer<Answer<"listDatabaseViews">>, TheirAnswer<sdk.ListDatabaseViewsResponse>>();
fits<SharedAnswer<Answer<"createView">>, TheirAnswer<sdk.CreateViewResponse>>();
fits<SharedAnswer<Answer<"getView">>, TheirAnswer<sdk.GetViewResponse>>();
fits<SharedAnswer<Answer<"updateView">>, TheirAnswer<sdk.UpdateViewResponse>>();
fits<SharedAnswer<Answer<"deleteView">>, TheirAnswer<sdk.DeleteViewResponse>>();
fits<SharedAnswer<Answer<"createViewQuery">>, TheirAnswer<sdk.CreateViewQueryResponse>>();
fits<SharedAnswer<Answer<"getViewQueryResults">>, TheirAnswer<sdk.GetViewQueryResultsResponse>>();
fits<SharedAnswer<Answer<"deleteViewQuery">>, TheirAnswer<sdk.DeleteViewQueryResponse>>();

// Search.
fits<SharedAnswer<Answer<"search">>, TheirAnswer<sdk.SearchResponse>>();

// Comments.
fits<SharedAnswer<Answer<"createComment">>, TheirAnswer<sdk.CreateCommentResponse>>();
fits<SharedAnswer<Answer<"listComments">>, TheirAnswer<sdk.ListCommentsResponse>>();
fits<SharedAnswer<Answer<"getComment">>, TheirAnswer<sdk.GetCommentResponse>>();
fits<SharedAnswer<Answer<"updateComment">>, TheirAnswer<sdk.UpdateCommentResponse>>();
fits<SharedAnswer<Answer<"deleteComment">>, TheirAnswer<sdk.DeleteCommentResponse>>();

// File uploads.
fits<SharedAnswer<Answer<"createFileUpload">>, TheirAnswer<sdk.CreateFileUploadResponse>>();
fits<SharedAnswer<Answer<"listFileUploads">>, TheirAnswer<sdk.ListFileUploadsResponse>>();
fits<SharedAnswer<Answer<"sendFileUpload">>, TheirAnswer<sdk.SendFileUploadResponse>>();
fits<SharedAnswer<Answer<"completeFileUpload">>, TheirAnswer<sdk.CompleteFileUploadResponse>>();
fits<SharedAnswer<Answer<"getFileUpload">>, TheirAnswer<sdk.GetFileUploadResponse>>();

// Custom emojis.
fits<SharedAnswer<Answer<"listCustomEmojis">>, TheirAnswer<sdk.ListCustomEmojisResponse>>();

// Async tasks.
fits<SharedAnswer<Answer<"getAsyncTask">>, TheirAnswer<sdk.GetAsyncTaskResponse>>();

// Oauth.
fits<SharedAnswer<Answer<"oauthToken">>, TheirAnswer<sdk.OauthTokenResponse>>();
fits<SharedAnswer<Answer<"oauthRevoke">>, TheirAnswer<sdk.OauthRevokeResponse>>();
fits<SharedAnswer<Answer<"oauthIntrospect">>, TheirAnswer<sdk.OauthIntrospectResponse>>();

// Agents.
fits<SharedAnswer<Answer<"agentBatch">>, TheirAnswer<sdk.AgentBatchResponse>>();
fits<SharedAnswer<Answer<"cancelSession">>, TheirAnswer<sdk.CancelSessionResponse>>();
fits<SharedAnswer<Answer<"deleteAgent">>, TheirAnswer<sdk.DeleteAgentResponse>>();
fits<SharedAnswer<Answer<"getAgent">>, TheirAnswer<sdk.GetAgentResponse>>();
fits<SharedAnswer<Answer<"getInsights">>, TheirAnswer<sdk.GetInsightsResponse>>();
fits<SharedAnswer<Answer<"queryAgents">>, TheirAnswer<sdk.QueryAgentsResponse>>();
fits<SharedAnswer<Answer<"querySessionEvents">>, TheirAnswer<sdk.QuerySessionEventsResponse>>();
fits<SharedAnswer<Answer<"querySessions">>, TheirAnswer<sdk.QuerySessionsResponse>>();
fits<SharedAnswer<Answer<"retrieveSession">>, TheirAnswer<sdk.RetrieveSessionResponse>>();
fits<SharedAnswer<Answer<"updateAgentCreditLimit">>, TheirAnswer<sdk.UpdateAgentCreditLimitResponse>>();
fits<SharedAnswer<Answer<"updateAgentStatus">>, TheirAnswer<sdk.UpdateAgentStatusResponse>>();
fits<SharedAnswer<Answer<"updateSession">>, TheirAnswer<sdk.UpdateSessionResponse>>();
// An event of the stream that the same operation may answer.
fits<SharedAnswer<SessionStreamEvent>, TheirAnswer<sdk.UpdateSessionStreamResponse>>();

// And back: what the SDK expects is nothing that we do not know.

// Users.
fits<TheirWholeAnswer<sdk.GetSelfResponse>, Answer<"getSelf">>();
fits<TheirWholeAnswer<sdk.GetUserResponse>, Answer<"getUser">>();
fits<TheirWholeAnswer<sdk.ListUsersResponse>, Answer<"listUsers">>();

// Pages.
fits<TheirWholeAnswer<sdk.CreatePageResponse>, Answer<"createPage">>();
fits<TheirWholeAnswer<sdk.GetPageResponse>, Answer<"getPage">>();
fits<TheirWholeAnswer<sdk.UpdatePageResponse>, Answer<"updatePage">>();
fits<TheirWholeAnswer<sdk.MovePageResponse>, Answer<"movePage">>();
fits<TheirWholeAnswer<sdk.GetPagePropertyResponse>, Answer<"getPageProperty">>();
fits<TheirWholeAnswer<sdk.GetPageMarkdownResponse>, Answer<"getPageMarkdown">>();
fits<TheirWholeAnswer<sdk.UpdatePageMarkdownResponse>, Answer<"updatePageMarkdown">>();

// Blocks.
fits<TheirWholeAnswer<sdk.GetBlockResponse>, Answer<"getBlock">>();
fits<TheirWholeAnswer<sdk.UpdateBlockResponse>, Answer<"updateBlock">>();
fits<TheirWholeAnswer<sdk.DeleteBlockResponse>, Answer<"deleteBlock">>();
fits<TheirWholeAnswer<sdk.ListBlockChildrenResponse>, Answer<"listBlockChildren">>();
fits<TheirWholeAnswer<sdk.AppendBlockChildrenResponse>, Answer<"appendBlockChildren">>();

// Meeting notes.
fits<TheirWholeAnswer<sdk.CreateMeetingNoteResponse>, Answer<"createMeetingNote">>();
fits<TheirWholeAnswer<sdk.QueryMeetingNotesResponse>, Answer<"queryMeetingNotes">>();

// Databases.
fits<TheirWholeAnswer<sdk.GetDatabaseResponse>, Answer<"getDatabase">>();
fits<TheirWholeAnswer<sdk.UpdateDatabaseResponse>, Answer<"updateDatabase">>();
fits<TheirWholeAnswer<sdk.CreateDatabaseResponse>, Answer<"createDatabase">>();

// Data sources.
fits<TheirWholeAnswer<sdk.GetDataSourceResponse>, Answer<"getDataSource">>();
fits<TheirWholeAnswer<sdk.UpdateDataSourceResponse>, Answer<"updateDataSource">>();
fits<TheirWholeAnswer<sdk.QueryDataSourceResponse>, Answer<"queryDataSource">>();
fits<TheirWholeAnswer<sdk.CreateDataSourceResponse>, Answer<"createDataSource">>();
fits<TheirWholeAnswer<sdk.ListDataSourceTemplatesResponse>, Answer<"listDataSourceTemplates">>();

// Views.
fits<TheirWholeAnswer<sdk.ListDatabaseViewsResponse>, Answer<"listDatabaseViews">>();
fits<TheirWholeAnswer<sdk.CreateViewResponse>, Answer<"createView">>();
fits<TheirWholeAnswer<sdk.GetViewResponse>, Answer<"getView">>();
fits<TheirWholeAnswer<sdk.UpdateViewResponse>, Answer<"updateView">>();
fits<TheirWholeAnswer<sdk.DeleteViewResponse>, Answer<"deleteView">>();
fits<TheirWholeAnswer<sdk.CreateViewQueryResponse>, Answer<"createViewQuery">>();
fits<TheirWholeAnswer<sdk.GetViewQueryResultsResponse>, Answer<"getViewQueryResults">>();
fits<TheirWholeAnswer<sdk.DeleteViewQueryResponse>, Answer<"deleteViewQuery">>();

// Search.
fits<TheirWholeAnswer<sdk.SearchResponse>, Answer<"search">>();

// Comments.
fits<TheirWholeAnswer<sdk.CreateCommentResponse>, Answer<"createComment">>();
fits<TheirWholeAnswer<sdk.ListCommentsResponse>, Answer<"listComments">>();
fits<TheirWholeAnswer<sdk.GetCommentResponse>, Answer<"getComment">>();
fits<TheirWholeAnswer<sdk.UpdateCommentResponse>, Answer<"updateComment">>();
fits<TheirWholeAnswer<sdk.DeleteCommentResponse>, Answer<"deleteComment">>();

// File uploads.
fits<TheirWholeAnswer<sdk.CreateFileUploadResponse>, Flat<Answer<"createFileUpload">>>();
fits<TheirWholeAnswer<sdk.ListFileUploadsResponse>, FlatResults<Answer<"listFileUploads">>>();
fits<TheirWholeAnswer<sdk.SendFileUploadResponse>, Flat<Answer<"sendFileUpload">>>();
fits<TheirWholeAnswer<sdk.CompleteFileUploadResponse>, Flat<Answer<"completeFileUpload">>>();
fits<TheirWholeAnswer<sdk.GetFileUploadResponse>, Flat<Answer<"getFileUpload">>>();

// Custom emojis.
fits<TheirWholeAnswer<sdk.ListCustomEmojisResponse>, Answer<"listCustomEmojis">>();

// Async tasks.
fits<TheirWholeAnswer<sdk.GetAsyncTaskResponse>, Answer<"getAsyncTask">>();

// Oauth.
fits<TheirWholeAnswer<sdk.OauthTokenResponse>, Answer<"oauthToken">>();
fits<TheirWholeAnswer<sdk.OauthRevokeResponse>, Answer<"oauthRevoke">>();
fits<TheirWholeAnswer<sdk.OauthIntrospectResponse>, Answer<"oauthIntrospect">>();

// Agents.
fits<TheirWholeAnswer<sdk.AgentBatchResponse>, Answer<"agentBatch">>();
fits<TheirWholeAnswer<sdk.CancelSessionResponse>, Answer<"cancelSession">>();
fits<TheirWholeAnswer<sdk.DeleteAgentResponse>, Answer<"deleteAgent">>();
fits<TheirWholeAnswer<sdk.GetAgentResponse>, Answer<"getAgent">>();
fits<TheirWholeAnswer<sdk.GetInsightsResponse>, Answer<"getInsights">>();
fits<TheirWholeAnswer<sdk.QueryAgentsResponse>, Answer<"queryAgents">>();
fits<TheirWholeAnswer<sdk.QuerySessionEventsResponse>, Answer<"querySessionEvents">>();
fits<TheirWholeAnswer<sdk.QuerySessionsResponse>, Answer<"querySessions">>();
fits<TheirWholeAnswer<sdk.RetrieveSessionResponse>, Answer<"retrieveSession">>();
fits<TheirWholeAnswer<sdk.UpdateAgentCreditLimitResponse>, Answer<"updateAgentCreditLimit">>();
fits<TheirWholeAnswer<sdk.UpdateAgentStatusResponse>, Answer<"updateAgentStatus">>();
fits<TheirWholeAnswer<sdk.UpdateSessionResponse>, Answer<"updateSession">>();
fits<TheirAnswer<sdk.UpdateSessionStreamResponse>, SessionStreamEvent>();
