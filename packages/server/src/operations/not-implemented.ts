import type { OperationId } from "@notional/openapi-types";
import { notImplemented } from "../errors.ts";
import type { Handler } from "./handler.ts";

/** What the document has and this server does not have yet. `notional status` and DIFFERENCES.md list it. */
export const missingOperations = [
  "getPageMarkdown",
  "updatePageMarkdown",
  "createMeetingNote",
  "queryMeetingNotes",
  "listDatabaseViews",
  "createView",
  "getView",
  "updateView",
  "deleteView",
  "createViewQuery",
  "getViewQueryResults",
  "deleteViewQuery",
  "listFileUploads",
  "createFileUpload",
  "getFileUpload",
  "sendFileUpload",
  "completeFileUpload",
  "getAsyncTask",
  "oauthToken",
  "oauthIntrospect",
  "oauthRevoke",
  "queryAgents",
  "agentBatch",
  "getAgent",
  "deleteAgent",
  "getInsights",
  "updateAgentCreditLimit",
  "updateAgentStatus",
  "updateSession",
  "querySessions",
  "retrieveSession",
  "cancelSession",
  "querySessionEvents",
] as const satisfies OperationId[];

type Missing = (typeof missingOperations)[number];

/** A handler for each of them, which refuses with 501. */
export const notImplementedHandlers = Object.fromEntries(
  missingOperations.map((operationId) => [
    operationId,
    async () => {
      throw notImplemented(operationId);
    },
  ]),
) as unknown as { [Id in Missing]: Handler<Id> };
