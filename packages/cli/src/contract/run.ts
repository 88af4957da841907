import type { Outcome, Target } from "@notional/contract";
import { explain } from "@notional/contract/recordings";
import { CommandError, UsageError } from "../command.ts";
import { red, say } from "../terminal.ts";

export interface RunArguments {
  /** `mock` or `server`. */
  target?: string | undefined;
  "base-url"?: string | undefined;
  version?: string | undefined;
  /** Whether requests that change something are sent to `base-url`. */
  writes: boolean;
}

/**
 * Sends the requests of the document to a target, and prints what it answers otherwise than the document says.
 *
 * @throws CommandError when it does; UsageError for no such target or version
 */
export async function run(values: RunArguments): Promise<void> {
  // The targets are large, and recordings need none of them.
  const { bundledVersions, live, runAll, targets } = await import("@notional/contract");
  const versions = values.version === undefined ? bundledVersions() : [values.version];
  if (versions.some((version) => !bundledVersions().includes(version))) {
    throw new UsageError(`--version is one of ${bundledVersions().join(", ")}.`);
  }
  if (values["base-url"] === undefined) {
    const target = targets.find(({ name }) => name === (values.target ?? "server"));
    if (!target) throw new UsageError(`--target is mock or server, not ${JSON.stringify(values.target)}.`);
    return await judgeAll(target, runAll(target, versions, { writes: true }));
  }
  if (values.target !== undefined) {
    throw new UsageError("--target and --base-url are two targets. Leave one of them out.");
  }
  const token = process.env.NOTION_TOKEN;
  if (token === undefined) throw new UsageError("--base-url needs a token in NOTION_TOKEN.");
  const target = live({ baseUrl: values["base-url"], token });
  await judgeAll(target, runAll(target, versions, { writes: values.writes }));
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
