import type { Refusal } from "../target.ts";

const noUploads: Refusal = {
  status: 400,
  message:
    "Could not find file upload with ID: b405c3ea-16d8-45f2-8b73-c8e90c46a5bc. The local server has no file uploads yet.",
};

function notYet(what: string): Refusal {
  return { status: 501, message: `The local server does not implement ${what} yet.` };
}

/** What no fresh server can do, or this one cannot do yet, by operation and key of the request example. */
export const refusals: Record<string, Refusal> = {
  "createPage/other_values": noUploads,
  "updatePage/icon_and_cover": noUploads,
  "appendBlockChildren/media": noUploads,
  "createDatabase/tasks": notYet("createDatabase with database_type"),
  "createDatabase/projects": notYet("createDatabase with database_type"),
  "createPage/markdown": notYet("createPage with markdown"),
  "createComment/answer": notYet("createComment with markdown"),
  "updateComment/markdown": notYet("updateComment with markdown"),
  // Pages in the workspace are for public connections, and the token of the sample workspace is of an internal one.
  "createPage/private_page": {
    status: 400,
    message:
      "Provide a `parent.page_id` or `parent.database_id` parameter to create a page, or use a public integration with `insert_content` capability. Internal integrations aren't owned by a single user, so creating workspace-level private pages is not supported.",
  },
  // It makes Beans, which are there already.
  "createDataSource/every_type": {
    status: 400,
    message: "The prefix LOT is already in use in this workspace.",
  },
};
