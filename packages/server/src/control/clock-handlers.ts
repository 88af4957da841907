import type { Clock } from "../__generated__/control/types.ts";
import type { ControlledClock } from "./clock.ts";
import type { ControlHandlers } from "./handlers.ts";

export const clockHandlers: Pick<
  ControlHandlers,
  "getClock" | "freezeClock" | "setClock" | "advanceClock" | "releaseClock"
> = {
  getClock: async (_request, { clock }) => renderClock(clock),
  freezeClock: async ({ body }, { clock }) => {
    clock.freeze(body?.time === undefined ? undefined : new Date(body.time));
    return renderClock(clock);
  },
  setClock: async ({ body }, { clock }) => {
    clock.set(new Date(body.time));
    return renderClock(clock);
  },
  advanceClock: async ({ body }, { clock }) => {
    clock.advance(body.milliseconds);
    return renderClock(clock);
  },
  releaseClock: async (_request, { clock }) => {
    clock.release();
    return renderClock(clock);
  },
};

export const renderClock = (clock: ControlledClock): Clock => ({
  now: clock.now().toISOString(),
  frozen: clock.frozen,
  controlled: clock.controlled,
});
