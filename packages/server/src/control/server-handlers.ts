import { operations } from "../__generated__/operations.ts";
import { ApiError } from "../errors.ts";
import { missingOperations } from "../operations/not-implemented.ts";
import { notionVersions } from "../versions/index.ts";
import { renderClock } from "./clock-handlers.ts";
import type { ControlHandlers } from "./handlers.ts";

export const serverHandlers: Pick<
  ControlHandlers,
  "getHealth" | "getReadiness" | "getStatus" | "listExchanges"
> = {
  getHealth: async () => ({ status: "ok" }),
  getReadiness: async (_request, { database }) => {
    try {
      await database.read((db) => db.selectFrom("workspaces").select("id").limit(1).execute());
    } catch {
      throw new ApiError(503, "service_unavailable", "The database does not answer.");
    }
    return { status: "ready" };
  },
  getStatus: async (_request, { database, clock, faults }) => ({
    engine: database.engine,
    clock: renderClock(clock),
    faults: faults.list.length,
    versions: notionVersions.map((version) => {
      const all = Object.keys(operations[version]);
      const isMissing = (operationId: string) =>
        (missingOperations as readonly string[]).includes(operationId);
      return {
        version,
        implemented: all.filter((operationId) => !isMissing(operationId)),
        missing: all.filter(isMissing),
      };
    }),
  }),
  listExchanges: async ({ query }, { log }) => ({ exchanges: log.last(query.limit as number) }),
};
