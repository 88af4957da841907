import type { CreateFaultBody, Fault } from "@notional/server/control";
import type { Command } from "../command.ts";
import { readAction, readArguments, readNumber, reporting, UsageError } from "../command.ts";
import { CONTROL_OPTIONS, CONTROL_USAGE, controlOf, must } from "../control.ts";
import { say } from "../terminal.ts";

const USAGE = `Usage: notional faults [<action>] [options]

What goes wrong on purpose in a running server.

Actions:
  list                 the faults that are set; what happens without an action
  add <effect>         set a fault; the effect is status, latency, reset or malformed
  clear [<id>]         clear one, or all

Options of add:
  --operation <name>   only this operation: getPage
  --method <method>    only this method
  --path <path>        only paths like this one; * stands for anything
  --status <number>    what is answered, with the effect status
  --retry-after <s>    what Retry-After says, in seconds
  --latency <ms>       how much later the answer comes, in milliseconds
  --count <number>     how often it happens
  --probability <p>    how likely it is each time, from 0 to 1
  --chance-seed <n>    tells one series of chances from another

Options:
${CONTROL_USAGE}`;

const OPTIONS = {
  ...CONTROL_OPTIONS,
  operation: { type: "string" },
  method: { type: "string" },
  path: { type: "string" },
  status: { type: "string" },
  "retry-after": { type: "string" },
  latency: { type: "string" },
  count: { type: "string" },
  probability: { type: "string" },
  "chance-seed": { type: "string" },
} as const;

const ACTIONS = { list: 0, add: 1, clear: 1 };

/** `notional faults`: what goes wrong on purpose. */
export const faults: Command = {
  usage: () => USAGE,
  run(args) {
    const { values, positionals } = readArguments(args, OPTIONS, ["[action]", "[value]"]);
    const [action, value] = readAction(positionals, ACTIONS, "list");
    if (action === "list") {
      return reporting(async () => {
        const { faults: set } = must(await controlOf(values).GET("/_notional/faults"));
        for (const fault of set) say(describe(fault));
        if (set.length === 0) say("No fault is set.");
      });
    }
    if (action === "add") {
      const body = faultOf(value, values);
      return reporting(async () => {
        say(describe(must(await controlOf(values).POST("/_notional/faults", { body }))));
      });
    }
    return reporting(async () => {
      const control = controlOf(values);
      if (value === undefined) must(await control.DELETE("/_notional/faults"));
      else
        must(await control.DELETE("/_notional/faults/{fault_id}", { params: { path: { fault_id: value } } }));
      say(value === undefined ? "No fault is set." : "The fault is cleared.");
    });
  },
};

type Values = { [Key in keyof typeof OPTIONS]?: string | undefined };

/** Numbers are numbers here; which of them make sense is for the server to say. */
function faultOf(effect: string | undefined, values: Values): CreateFaultBody {
  if (effect === undefined)
    throw new UsageError("The effect is missing: status, latency, reset or malformed.");
  const number = (key: keyof Values): number | undefined =>
    values[key] === undefined ? undefined : readNumber(values[key], `--${key}`);
  const { operation, method, path, probability } = values;
  if (probability !== undefined && !(Number(probability) > 0 && Number(probability) <= 1)) {
    throw new UsageError(`--probability is above 0 and at most 1, not ${JSON.stringify(probability)}.`);
  }
  const body = {
    effect,
    operation,
    method,
    path,
    status: number("status"),
    retry_after_s: number("retry-after"),
    latency_ms: number("latency"),
    count: number("count"),
    probability: probability === undefined ? undefined : Number(probability),
    seed: number("chance-seed"),
  };
  return JSON.parse(JSON.stringify(body)) as CreateFaultBody;
}

function describe({
  id,
  effect,
  operation,
  method,
  path,
  status,
  latency_ms,
  count,
  probability,
  happened,
}: Fault): string {
  const what = [effect, status, latency_ms !== undefined && `${latency_ms} ms late`]
    .filter(Boolean)
    .join(" ");
  const where = [operation, method, path].filter((part) => part !== undefined).join(" ") || "everything";
  const often = [
    count !== undefined && `${count} more`,
    probability < 1 && `with probability ${probability}`,
  ];
  return [id, what, "for", where, ...often.filter(Boolean), `(happened ${happened} times)`].join(" ");
}
