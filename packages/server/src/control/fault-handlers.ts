import type { CreateFaultBody } from "../__generated__/control/types.ts";
import { operations } from "../__generated__/operations.ts";
import { ApiError, validationError } from "../errors.ts";
import { latestVersion, notionVersions } from "../versions/index.ts";
import type { ControlHandlers } from "./handlers.ts";

export const faultHandlers: Pick<
  ControlHandlers,
  "listFaults" | "createFault" | "deleteFaults" | "deleteFault"
> = {
  listFaults: async (_request, { faults }) => ({ faults: faults.list }),
  createFault: async ({ body }, { faults, ids }) => {
    mustMakeSense(body);
    return faults.add(ids.uuid(), body);
  },
  deleteFaults: async (_request, { faults }) => {
    faults.clear();
    return { ok: true };
  },
  deleteFault: async ({ path }, { faults }) => {
    if (faults.delete(path.fault_id)) return { ok: true };
    throw new ApiError(404, "object_not_found", `There is no fault ${path.fault_id}.`);
  },
};

/** What the schema cannot say. */
function mustMakeSense({ effect, operation, status, latency_ms }: CreateFaultBody): void {
  if (effect === "status" && status === undefined)
    throw validationError("body.status: is needed for the effect status.");
  if (effect === "latency" && latency_ms === undefined) {
    throw validationError("body.latency_ms: is needed for the effect latency.");
  }
  if (operation === undefined || notionVersions.some((version) => operation in operations[version])) return;
  throw validationError(
    `body.operation: there is no operation ${JSON.stringify(operation)}; one is ${Object.keys(operations[latestVersion])[0]}.`,
  );
}
