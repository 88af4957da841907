import type { Command } from "../command.ts";
import { readAction, readArguments, reporting, UsageError } from "../command.ts";
import { check, drift } from "../contract/check.ts";
import { exchangesIn } from "../contract/recording.ts";
import { replay } from "../contract/replay.ts";
import { run } from "../contract/run.ts";

const USAGE = `Usage: notional contract <action> [options]

Holds traffic to the document of its version: every answer, every request that was accepted, undeclared fields included.
Or holds what answers the API to traffic.

Actions:
  replay <recording>  what the document says of recorded exchanges, by operation;
                      with --against, what a target answers to the same requests, and where that differs
  drift <recording>   what recorded exchanges have that the document lacks, each thing once
  run                 sends the requests of the document to a target, and judges what it answers

A recording is JSON lines (notional record), an HTTP archive (.har) or a VCR cassette (.yaml, .yml).

Options of replay:
  --against <target>  server: a local server in this process, which begins with what each tape presupposes
                      mock: the mock, which holds nothing and answers with examples
                      a URL: a running server of ours is seeded with what each tape presupposes, and holds at the end
                      what it held before; anything else is asked with the token in NOTION_TOKEN, and has to hold
                      what a tape presupposes, under the recorded ids
  --diff              print every difference, and not only what they come from
  --tape <name>       replay the tapes alone whose names have this in them
  --key <key>         of a running server of ours                         (NOTIONAL_KEY)

Options of run:
  --target <name>     mock or server                                      (server)
  --base-url <url>    something else that answers the API; the token is that in NOTION_TOKEN
  --version <date>    one version alone                                   (all)

Options of both:
  --writes            send what changes something to a URL as well; a running server of ours is asked everything

  --json              print drift as JSON
  --help              show this
`;

const OPTIONS = {
  against: { type: "string" },
  diff: { type: "boolean", default: false },
  tape: { type: "string", default: "" },
  key: { type: "string" },
  target: { type: "string" },
  "base-url": { type: "string" },
  version: { type: "string" },
  writes: { type: "boolean", default: false },
  json: { type: "boolean", default: false },
} as const;

/** `notional contract`: recordings, and whatever answers the API, held to the document and to each other. */
export const contract: Command = {
  usage: () => USAGE,
  run(args) {
    const { values, positionals } = readArguments(args, OPTIONS, ["action", "[recording]"]);
    const [action, recording] = readAction(positionals, { replay: 1, drift: 1, run: 0 });
    return reporting(async () => {
      if (action === "run") return await run(values);
      if (action === "drift") return drift(exchangesIn(recording), values);
      const { against, tape } = values;
      const exchanges = exchangesIn(recording).filter(({ id }) => id.includes(tape));
      if (exchanges.length === 0) throw new UsageError(`No tape is called ${JSON.stringify(tape)}.`);
      if (against === undefined) return check(exchanges);
      await replay(exchanges, { ...values, against });
    });
  },
};
