import { mustSeeDatabase } from "../../auth/addressed.ts";
import type { Handlers } from "../handler.ts";
import { answerDatabase } from "./answer.ts";
import { createDatabase } from "./create.ts";
import { updateDatabase } from "./update.ts";

export const databasesHandlers: Pick<Handlers, "createDatabase" | "getDatabase" | "updateDatabase"> = {
  createDatabase,
  getDatabase: async ({ path }, context) => {
    await mustSeeDatabase(context, path.database_id);
    return await answerDatabase(path.database_id, context);
  },
  updateDatabase,
};
