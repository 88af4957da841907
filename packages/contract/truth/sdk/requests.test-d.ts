// Checked by `pnpm typecheck`, never run.
import type { QueryMeetingNotesParameters } from "@notionhq/client";
import type * as sdk from "@notionhq/client/build/src/api-endpoints.js";
import type { AnyFile, OneContent, OneDestination, SharedAsked, TheirAsked } from "./differences.ts";
import { type Asked, type Flat, fits } from "./sides.ts";

// What code written against the SDK sends, we take.

// Users.
fits<TheirAsked<sdk.GetSelfParameters>, Asked<"getSelf">>();
fits<TheirAsked<sdk.GetUserParameters>, Asked<"getUser">>();
fits<TheirAsked<sdk.ListUsersParameters>, Asked<"listUsers">>();

// Pages.
fits<OneContent<TheirAsked<sdk.CreatePageParameters>>, Asked<"createPage">>();
fits<TheirAsked<sdk.GetPageParameters>, Asked<"getPage">>();
fits<TheirAsked<sdk.UpdatePageParameters>, Asked<"updatePage">>();
fits<TheirAsked<sdk.MovePageParameters>, Asked<"movePage">>();
fits<TheirAsked<sdk.GetPagePropertyParameters>, Asked<"getPageProperty">>();
fits<TheirAsked<sdk.GetPageMarkdownParameters>, Asked<"getPageMarkdown">>();
fits<TheirAsked<sdk.UpdatePageMarkdownParameters>, Asked<"updatePageMarkdown">>();

// Blocks.
fits<TheirAsked<sdk.GetBlockParameters>, Asked<"getBlock">>();
fits<TheirAsked<sdk.UpdateBlockParameters>, Asked<"updateBlock">>();
fits<TheirAsked<sdk.DeleteBlockParameters>, Asked<"deleteBlock">>();
fits<TheirAsked<sdk.ListBlockChildrenParameters>, Asked<"listBlockChildren">>();
fits<TheirAsked<sdk.AppendBlockChildrenParameters>, Asked<"appendBlockChildren">>();

// Meeting notes.
fits<TheirAsked<sdk.CreateMeetingNoteParameters>, Asked<"createMeetingNote">>();
// @ts-expect-error The SDK nests filters without end. Believed: the descriptors of its own endpoint, three levels.
fits<TheirAsked<QueryMeetingNotesParameters>, Asked<"queryMeetingNotes">>();

// Databases.
fits<TheirAsked<sdk.GetDatabaseParameters>, Asked<"getDatabase">>();
fits<TheirAsked<sdk.UpdateDatabaseParameters>, Asked<"updateDatabase">>();
fits<TheirAsked<sdk.CreateDatabaseParameters>, Asked<"createDatabase">>();

// Data sources.
fits<TheirAsked<sdk.GetDataSourceParameters>, Asked<"getDataSource">>();
fits<TheirAsked<sdk.UpdateDataSourceParameters>, Asked<"updateDataSource">>();
fits<TheirAsked<sdk.QueryDataSourceParameters>, Asked<"queryDataSource">>();
fits<TheirAsked<sdk.CreateDataSourceParameters>, Asked<"createDataSource">>();
fits<TheirAsked<sdk.ListDataSourceTemplatesParameters>, Asked<"listDataSourceTemplates">>();

// Views.
fits<TheirAsked<sdk.ListDatabaseViewsParameters>, Asked<"listDatabaseViews">>();
fits<OneDestination<TheirAsked<sdk.CreateViewParameters>>, Asked<"createView">>();
fits<TheirAsked<sdk.GetViewParameters>, Asked<"getView">>();
fits<TheirAsked<sdk.UpdateViewParameters>, Asked<"updateView">>();
fits<TheirAsked<sdk.DeleteViewParameters>, Asked<"deleteView">>();
fits<TheirAsked<sdk.CreateViewQueryParameters>, Asked<"createViewQuery">>();
fits<TheirAsked<sdk.GetViewQueryResultsParameters>, Asked<"getViewQueryResults">>();
fits<TheirAsked<sdk.DeleteViewQueryParameters>, Asked<"deleteViewQuery">>();

// Search.
fits<TheirAsked<sdk.SearchParameters>, Asked<"search">>();

// Comments.
fits<TheirAsked<sdk.CreateCommentParameters>, Asked<"createComment">>();
fits<TheirAsked<sdk.ListCommentsParameters>, Asked<"listComments">>();
fits<TheirAsked<sdk.GetCommentParameters>, Asked<"getComment">>();
fits<TheirAsked<sdk.UpdateCommentParameters>, Asked<"updateComment">>();
fits<TheirAsked<sdk.DeleteCommentParameters>, Asked<"deleteComment">>();

// File uploads.
fits<TheirAsked<sdk.CreateFileUploadParameters>, Flat<Asked<"createFileUpload">>>();
fits<TheirAsked<sdk.ListFileUploadsParameters>, Asked<"listFileUploads">>();
fits<AnyFile<TheirAsked<sdk.SendFileUploadParameters>>, Asked<"sendFileUpload">>();
fits<TheirAsked<sdk.CompleteFileUploadParameters>, Asked<"completeFileUpload">>();
fits<TheirAsked<sdk.GetFileUploadParameters>, Asked<"getFileUpload">>();

// Custom emojis.
fits<TheirAsked<sdk.ListCustomEmojisParameters>, Asked<"listCustomEmojis">>();

// Async tasks.
fits<TheirAsked<sdk.GetAsyncTaskParameters>, Asked<"getAsyncTask">>();

// Oauth.
fits<TheirAsked<sdk.OauthTokenParameters>, Asked<"oauthToken">>();
fits<TheirAsked<sdk.OauthRevokeParameters>, Asked<"oauthRevoke">>();
fits<TheirAsked<sdk.OauthIntrospectParameters>, Asked<"oauthIntrospect">>();

// Agents.
fits<TheirAsked<sdk.AgentBatchParameters>, Asked<"agentBatch">>();
fits<TheirAsked<sdk.CancelSessionParameters>, Asked<"cancelSession">>();
fits<TheirAsked<sdk.DeleteAgentParameters>, Asked<"deleteAgent">>();
fits<TheirAsked<sdk.GetAgentParameters>, Asked<"getAgent">>();
fits<TheirAsked<sdk.GetInsightsParameters>, Asked<"getInsights">>();
fits<TheirAsked<sdk.QueryAgentsParameters>, Asked<"queryAgents">>();
fits<TheirAsked<sdk.QuerySessionEventsParameters>, Asked<"querySessionEvents">>();
fits<TheirAsked<sdk.QuerySessionsParameters>, Asked<"querySessions">>();
fits<TheirAsked<sdk.RetrieveSessionParameters>, Asked<"retrieveSession">>();
fits<TheirAsked<sdk.UpdateAgentCreditLimitParameters>, Asked<"updateAgentCreditLimit">>();
fits<TheirAsked<sdk.UpdateAgentStatusParameters>, Asked<"updateAgentStatus">>();
fits<TheirAsked<sdk.UpdateSessionParameters>, Asked<"updateSession">>();

// And back: what we take, the SDK can send.

// Users.
fits<SharedAsked<Asked<"getSelf">>, TheirAsked<sdk.GetSelfParameters>>();
fits<SharedAsked<Asked<"getUser">>, TheirAsked<sdk.GetUserParameters>>();
fits<SharedAsked<Asked<"listUsers">>, TheirAsked<sdk.ListUsersParameters>>();

// Pages.
fits<SharedAsked<Asked<"createPage">>, TheirAsked<sdk.CreatePageParameters>>();
fits<SharedAsked<Asked<"getPage">>, TheirAsked<sdk.GetPageParameters>>();
fits<SharedAsked<Asked<"updatePage">>, TheirAsked<sdk.UpdatePageParameters>>();
fits<SharedAsked<Asked<"movePage">>, TheirAsked<sdk.MovePageParameters>>();
fits<SharedAsked<Asked<"getPageProperty">>, TheirAsked<sdk.GetPagePropertyParameters>>();
fits<SharedAsked<Asked<"getPageMarkdown">>, TheirAsked<sdk.GetPageMarkdownParameters>>();
fits<SharedAsked<Asked<"updatePageMarkdown">>, TheirAsked<sdk.UpdatePageMarkdownParameters>>();

// Blocks.
fits<SharedAsked<Asked<"getBlock">>, TheirAsked<sdk.GetBlockParameters>>();
fits<SharedAsked<Asked<"updateBlock">>, TheirAsked<sdk.UpdateBlockParameters>>();
fits<SharedAsked<Asked<"deleteBlock">>, TheirAsked<sdk.DeleteBlockParameters>>();
fits<SharedAsked<Asked<"listBlockChildren">>, TheirAsked<sdk.ListBlockChildrenParameters>>();
fits<SharedAsked<Asked<"appendBlockChildren">>, TheirAsked<sdk.AppendBlockChildrenParameters>>();

// Meeting notes.
fits<SharedAsked<Asked<"createMeetingNote">>, TheirAsked<sdk.CreateMeetingNoteParameters>>();
fits<SharedAsked<Asked<"queryMeetingNotes">>, TheirAsked<QueryMeetingNotesParameters>>();

// Databases.
fits<SharedAsked<Asked<"getDatabase">>, TheirAsked<sdk.GetDatabaseParameters>>();
fits<SharedAsked<Asked<"updateDatabase">>, TheirAsked<sdk.UpdateDatabaseParameters>>();
fits<SharedAsked<Asked<"createDatabase">>, TheirAsked<sdk.CreateDatabaseParameters>>();

// Data sources.
fits<SharedAsked<Asked<"getDataSource">>, TheirAsked<sdk.GetDataSourceParameters>>();
fits<SharedAsked<Asked<"updateDataSource">>, TheirAsked<sdk.UpdateDataSourceParameters>>();
fits<SharedAsked<Asked<"queryDataSource">>, TheirAsked<sdk.QueryDataSourceParameters>>();
fits<SharedAsked<Asked<"createDataSource">>, TheirAsked<sdk.CreateDataSourceParameters>>();
fits<SharedAsked<Asked<"listDataSourceTemplates">>, TheirAsked<sdk.ListDataSourceTemplatesParameters>>();

// Views.
fits<SharedAsked<Asked<"listDatabaseViews">>, TheirAsked<sdk.ListDatabaseViewsParameters>>();
fits<SharedAsked<Asked<"createView">>, TheirAsked<sdk.CreateViewParameters>>();
fits<SharedAsked<Asked<"getView">>, TheirAsked<sdk.GetViewParameters>>();
fits<SharedAsked<Asked<"updateView">>, TheirAsked<sdk.UpdateViewParameters>>();
fits<SharedAsked<Asked<"deleteView">>, TheirAsked<sdk.DeleteViewParameters>>();
fits<SharedAsked<Asked<"createViewQuery">>, TheirAsked<sdk.CreateViewQueryParameters>>();
fits<SharedAsked<Asked<"getViewQueryResults">>, TheirAsked<sdk.GetViewQueryResultsParameters>>();
fits<SharedAsked<Asked<"deleteViewQuery">>, TheirAsked<sdk.DeleteViewQueryParameters>>();

// Search.
fits<SharedAsked<Asked<"search">>, TheirAsked<sdk.SearchParameters>>();

// Comments.
fits<SharedAsked<Asked<"createComment">>, TheirAsked<sdk.CreateCommentParameters>>();
fits<SharedAsked<Asked<"listComments">>, TheirAsked<sdk.ListCommentsParameters>>();
fits<SharedAsked<Asked<"getComment">>, TheirAsked<sdk.GetCommentParameters>>();
fits<SharedAsked<Asked<"updateComment">>, TheirAsked<sdk.UpdateCommentParameters>>();
fits<SharedAsked<Asked<"deleteComment">>, TheirAsked<sdk.DeleteCommentParameters>>();

// File uploads.
fits<SharedAsked<Asked<"createFileUpload">>, TheirAsked<sdk.CreateFileUploadParameters>>();
fits<SharedAsked<Asked<"listFileUploads">>, TheirAsked<sdk.ListFileUploadsParameters>>();
fits<SharedAsked<Asked<"sendFileUpload">>, AnyFile<TheirAsked<sdk.SendFileUploadParameters>>>();
fits<SharedAsked<Asked<"completeFileUpload">>, TheirAsked<sdk.CompleteFileUploadParameters>>();
fits<SharedAsked<Asked<"getFileUpload">>, TheirAsked<sdk.GetFileUploadParameters>>();

// Custom emojis.
fits<SharedAsked<Asked<"listCustomEmojis">>, TheirAsked<sdk.ListCustomEmojisParameters>>();

// Async tasks.
fits<SharedAsked<Asked<"getAsyncTask">>, TheirAsked<sdk.GetAsyncTaskParameters>>();

// Oauth.
fits<SharedAsked<Asked<"oauthToken">>, TheirAsked<sdk.OauthTokenParameters>>();
fits<SharedAsked<Asked<"oauthRevoke">>, TheirAsked<sdk.OauthRevokeParameters>>();
fits<SharedAsked<Asked<"oauthIntrospect">>, TheirAsked<sdk.OauthIntrospectParameters>>();

// Agents.
fits<SharedAsked<Asked<"agentBatch">>, TheirAsked<sdk.AgentBatchParameters>>();
fits<SharedAsked<Asked<"cancelSession">>, TheirAsked<sdk.CancelSessionParameters>>();
fits<SharedAsked<Asked<"deleteAgent">>, TheirAsked<sdk.DeleteAgentParameters>>();
fits<SharedAsked<Asked<"getAgent">>, TheirAsked<sdk.GetAgentParameters>>();
fits<SharedAsked<Asked<"getInsights">>, TheirAsked<sdk.GetInsightsParameters>>();
fits<SharedAsked<Asked<"queryAgents">>, TheirAsked<sdk.QueryAgentsParameters>>();
fits<SharedAsked<Asked<"querySessionEvents">>, TheirAsked<sdk.QuerySessionEventsParameters>>();
fits<SharedAsked<Asked<"querySessions">>, TheirAsked<sdk.QuerySessionsParameters>>();
fits<SharedAsked<Asked<"retrieveSession">>, TheirAsked<sdk.RetrieveSessionParameters>>();
fits<SharedAsked<Asked<"updateAgentCreditLimit">>, TheirAsked<sdk.UpdateAgentCreditLimitParameters>>();
fits<SharedAsked<Asked<"updateAgentStatus">>, TheirAsked<sdk.UpdateAgentStatusParameters>>();
fits<SharedAsked<Asked<"updateSession">>, TheirAsked<sdk.UpdateSessionParameters>>();
