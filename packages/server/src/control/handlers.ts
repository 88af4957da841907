import type { operations } from "../__generated__/control/types.ts";
import type { Ids } from "../ids.ts";
import type { Database } from "../store/database.ts";
import type { ControlledClock } from "./clock.ts";
import { clockHandlers } from "./clock-handlers.ts";
import { connectionHandlers } from "./connection-handlers.ts";
import { faultHandlers } from "./fault-handlers.ts";
import type { Faults } from "./faults.ts";
import type { ExchangeLog } from "./log.ts";
import { serverHandlers } from "./server-handlers.ts";
import type { State } from "./state.ts";
import { stateHandlers } from "./state-handlers.ts";

/** What the control API works on. */
export interface Controlled {
  database: Database;
  clock: ControlledClock;
  ids: Ids;
  faults: Faults;
  log: ExchangeLog;
  state: State;
}

export type ControlOperationId = keyof operations;

type Part<
  Id extends ControlOperationId,
  Key extends "path" | "query",
> = operations[Id]["parameters"] extends {
  [K in Key]?: infer Found;
}
  ? NonNullable<Found>
  : Record<string, never>;

type Body<Id extends ControlOperationId> = operations[Id] extends {
  requestBody?: { content: { "application/json": infer Found } };
}
  ? Found
  : undefined;

type Answer<Id extends ControlOperationId> = operations[Id]["responses"][200]["content"]["application/json"];

/** A request that fits the document. */
export interface ControlRequest<Id extends ControlOperationId> {
  path: Part<Id, "path">;
  query: Part<Id, "query">;
  body: Body<Id>;
}

export type ControlHandler<Id extends ControlOperationId> = (
  request: ControlRequest<Id>,
  controlled: Controlled,
) => Promise<Answer<Id>>;

export type ControlHandlers = { [Id in ControlOperationId]: ControlHandler<Id> };

/** Every operation of the document. A missing one does not compile. */
export const controlHandlers: ControlHandlers = {
  ...serverHandlers,
  ...stateHandlers,
  ...connectionHandlers,
  ...clockHandlers,
  ...faultHandlers,
};
