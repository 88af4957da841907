/** Endpoints of the SDK that the document does not have yet. To be empty. */
export const unwritten = [] as const;

/** Two functions of the SDK for one operation, by what is sent with them. */
export const aliases: Record<string, string> = {
  // The same request, with `Accept: text/event-stream`.
  updateSessionStream: "updateSession",
};

const goneArchived = "`in_trash` took its place in 2026-03-11. Believed: upgrade guide, recordings.";

/** What the SDK still sends and the newest version does not take: `<endpoint> <where>`, name, reason. */
export const notInOurs: Record<string, Record<string, string>> = {
  "updateBlock body": { archived: goneArchived },
  "updatePage body": { archived: goneArchived },
  "updateDataSource body": { archived: goneArchived },
  "queryDataSource body": { archived: goneArchived },
  "appendBlockChildren body": { after: "`position` took its place in 2026-03-11. Believed: upgrade guide." },
};

const sentBack = {
  id: "Ignored, when what was read is sent back. Believed: brd6/notion-sdk-php#96, 2026-07-14.",
  object: "The same.",
};

/** What the newest version takes and the SDK does not know yet: `<endpoint> <where>`, name, source. */
export const notInTheirs: Record<string, Record<string, string>> = {
  "queryDataSource body": { is_archived: "Changelog, 2026-07-15." },
  "createDatabase body": { database_type: "The repository of the SDK, after 5.26.0." },
  "createPage body": { markdown_version: "Docs of the endpoint." },
  "updatePage body": {
    ...sentBack,
    parent: "The same. Believed: mariosimao/notion-sdk-php#423, 2026-04-14.",
  },
  "updateDatabase body": sentBack,
  "updateDataSource body": sentBack,
  "getPageMarkdown query": { markdown_version: "Docs of the endpoint." },
  "updatePageMarkdown body": { markdown_version: "Docs of the endpoint." },
};
