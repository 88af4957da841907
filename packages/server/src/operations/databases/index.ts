import type { Handlers } from "../handler.ts";
import { answerDatabase } from "./answer.ts";
import { createDatabase } from "./create.ts";
import { updateDatabase } from "./update.ts";

export const databasesHandlers: Pick<Handlers, "createDatabase" | "getDatabase" | "updateDatabase"> = {
  createDatabase,
  getDatabase: ({ path }, context) => answerDatabase(path.database_id, context),
  updateDatabase,
};
