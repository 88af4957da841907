import type { Outcome, Target } from "@notional/contract";
import {
  checkRecordings,
  driftOf,
  type Exchange,
  explain,
  isBad,
  printDrift,
  readRecordings,
  report,
  strayExchanges,
} from "@notional/contract/recordings";
import type { Command } from "../command.ts";
import { CommandError, readArguments, reporting, UsageError } from "../command.ts";
import { red, say } from "../terminal.ts";

const USAGE = `Usage: notional contract <action> [options]

Holds traffic to the document of its version: every answer, every request that was accepted, undeclared fields included.

Actions:
  check <recording>   what the document says of recorded exchanges, by operation
  drift <recording>   what recorded exchanges have that the document lacks, each thing once
  run                 sends the requests of the document to a target, and judges what it answers

A recording is JSON lines (notional record), an HTTP archive (.har) or a VCR cassette (.yaml, .yml).

Options of run:
  --target <name>     mock or server                                          (server)
  --base-url <url>    something else that answers the API; the token is that in NOTION_TOKEN
  --version <date>    one version alone                                       (all)
  --writes            send what changes something to --base-url as well

  --json              print drift as JSON
  --help              show this
`;

const OPTIONS = {
  target: { type: "string" },
  "base-url": { type: "string" },
  version: { type: "string" },
  writes: { type: "boolean", default: false },
  json: { type: "boolean", default: false },
} as const;

/** `notional contract`: recordings, and whatever answers the API, held to the document. */
export const contract: Command = {
  usage: () => USAGE,
  async run(args) {
    const { values, positionals } = readArguments(args, OPTIONS, ["action", "[recording]"]);
    const [action, recording] = positionals;
    if (action === "run") {
      return run(values);
    }
    if (action !== "check" && action !== "drift") throw new UsageError(`There is no action ${action}.`);
    if (recording === undefined) throw new UsageError("The recording is missing.");
    return reporting(async () => {
      const exchanges = readExchanges(recording);
      const verdicts = checkRecordings(exchanges);
      const stray = strayExchanges(exchanges);
      if (action === "check") say(report(verdicts, stray));
      else {
        const drifts = driftOf(verdicts, stray);
        say(values.json ? JSON.stringify(drifts, null, 2) : printDrift(drifts));
      }
      if (stray.length > 0 || verdicts.some(isBad))
        throw new CommandError("The document and the recording differ.");
    });
  },
};

async function run(values: {
  target?: string | undefined;
  "base-url"?: string | undefined;
  version?: string | undefined;
  writes: boolean;
}): Promise<number> {
  // The targets are large, and recordings need none of them.
  const { bundledVersions, live, runAll, targets } = await import("@notional/contract");
  const versions = values.version === undefined ? bundledVersions() : [values.version];
  if (versions.some((version) => !bundledVersions().includes(version))) {
    throw new UsageError(`--version is one of ${bundledVersions().join(", ")}.`);
  }
  if (values["base-url"] === undefined) {
    const target = targets.find(({ name }) => name === (values.target ?? "server"));
    if (!target) throw new UsageError(`--target is mock or server, not ${JSON.stringify(values.target)}.`);
    return reporting(() => judgeAll(target, runAll(target, versions, { writes: true })));
  }
  if (values.target !== undefined) {
    throw new UsageError("--target and --base-url are two targets. Leave one of them out.");
  }
  const token = process.env.NOTION_TOKEN;
  if (token === undefined) throw new UsageError("--base-url needs a token in NOTION_TOKEN.");
  const target = live({ baseUrl: values["base-url"], token });
  return reporting(() => judgeAll(target, runAll(target, versions, { writes: values.writes })));
}

async function judgeAll(target: Target, outcomes: AsyncGenerator<Outcome>): Promise<void> {
  let sent = 0;
  let lacking = 0;
  let failed = 0;
  for await (const outcome of outcomes) {
    const { operationId, version, request, exchange, problems } = outcome;
    sent += 1;
    if (outcome.lacking) lacking += 1;
    if (problems.length === 0) continue;
    failed += 1;
    const bodies = { request: exchange.request.body, response: exchange.response.body };
    say(
      `${red("✗")} ${operationId} ${request} (${version})\n${explain(problems, bodies).replace(/^/gm, "    ")}`,
    );
  }
  say(
    `${sent - failed - lacking} of ${sent} requests of the document are answered as it says; ${lacking} are not implemented.`,
  );
  if (failed > 0) throw new CommandError(`What ${target.name} answers and the document differ.`);
}

function readExchanges(file: string): Exchange[] {
  try {
    return readRecordings(file);
  } catch (error) {
    throw new CommandError(`Cannot read ${file}: ${(error as Error).message}`);
  }
}
