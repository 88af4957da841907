/** What the file of the MCP server has and ours has not, by operation, each with the reason and the source believed. */
export const notInOurs: Record<string, Record<string, string>> = {
  "patch /v1/data_sources/{data_source_id}": {
    "request description": "A data source takes no new description. Believed: the types of the official SDK.",
  },
  "post /v1/data_sources": {
    "request parent.page_id": "A data source is made in a database. Believed: the SDK, recordings, the docs.",
  },
  "post /v1/pages/{page_id}/move": {
    "request parent.database_id":
      "The new parent is a page or a data source. Believed: the SDK and the docs.",
  },
};
