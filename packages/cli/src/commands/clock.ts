import type { Command } from "../command.ts";
import { readAction, readArguments, readNumber, reporting, UsageError } from "../command.ts";
import { CONTROL_OPTIONS, CONTROL_USAGE, type Control, controlOf, must } from "../control.ts";
import { say } from "../terminal.ts";

const USAGE = `Usage: notional clock [<action>] [options]

The clock of a running server.

Actions:
  show                     tell its time; what happens without an action
  freeze [<time>]          stop it, at its present time or at another one
  set <time>               set it to a time: 2026-03-11T10:00:00Z; it goes on from there unless it is stopped
  advance <milliseconds>   move it on, also when it is stopped
  release                  let it tell the true time again

Options:
${CONTROL_USAGE}`;

const ACTIONS = { show: 0, freeze: 1, set: 1, advance: 1, release: 0 };

/** `notional clock`: what time a running server believes it is. */
export const clock: Command = {
  usage: () => USAGE,
  run(args) {
    const { values, positionals } = readArguments(args, CONTROL_OPTIONS, ["[action]", "[value]"]);
    const [action, value] = readAction(positionals, ACTIONS, "show");
    const ask = requestOf(action, value);
    return reporting(async () => {
      const { now, frozen } = must(await ask(controlOf(values)));
      say(`${now}${frozen ? ", frozen" : ""}`);
    });
  },
};

type Asked = ReturnType<typeof show>;
const show = (control: Control) => control.GET("/_notional/clock");

function requestOf(action: keyof typeof ACTIONS, value: string | undefined): (control: Control) => Asked {
  switch (action) {
    case "show":
      return show;
    case "freeze": {
      const body = value === undefined ? {} : { time: readTime(value) };
      return (control) => control.POST("/_notional/clock/freeze", { body }) as Asked;
    }
    case "set": {
      const body = { time: readTime(value) };
      return (control) => control.POST("/_notional/clock/set", { body }) as Asked;
    }
    case "advance": {
      if (value === undefined) throw new UsageError("How many milliseconds to advance is missing.");
      const body = { milliseconds: readNumber(value, "milliseconds") };
      return (control) => control.POST("/_notional/clock/advance", { body }) as Asked;
    }
    case "release":
      return (control) => control.POST("/_notional/clock/release") as Asked;
  }
}

function readTime(text: string | undefined): string {
  if (text === undefined) throw new UsageError("The time is missing.");
  const time = new Date(text);
  if (Number.isNaN(time.getTime()))
    throw new UsageError(`${JSON.stringify(text)} is no time such as 2026-03-11T10:00:00Z.`);
  return time.toISOString();
}
