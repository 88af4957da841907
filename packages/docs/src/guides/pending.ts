/** Operations that guides speak of and that the document does not have yet. What it has need not be here. */
export const pendingOperations: ReadonlySet<string> = new Set([
  "oauthToken",
  "oauthIntrospect",
  "oauthRevoke",
  "getAgent",
  "queryAgents",
  "getInsights",
  "updateAgentStatus",
  "updateAgentCreditLimit",
  "deleteAgent",
  "agentBatch",
  "updateSession",
  "updateSessionStream",
  "retrieveSession",
  "cancelSession",
  "querySessions",
  "querySessionEvents",
]);
