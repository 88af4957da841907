#!/usr/bin/env node
import { UsageError } from "./command.ts";
import { formula } from "./commands/formula.ts";
import { mock } from "./commands/mock.ts";
import { start } from "./commands/start.ts";

const commands = [start, mock, formula];

const USAGE = `Usage: notional <command> [options]

The Notion API, its documentation and its mock on your machine.

Commands:
${commands.map(({ name, summary }) => `  ${name.padEnd(8)} ${summary}`).join("\n")}

\`notional <command> --help\` tells the options of a command.
`;

async function main([name, ...args]: string[]): Promise<number> {
  if (name === "--help" || name === "-h" || name === "help") {
    process.stdout.write(USAGE);
    return 0;
  }
  const command = commands.find((candidate) => candidate.name === name);
  try {
    if (!command) throw new UsageError(name ? `There is no command ${name}.` : "A command is missing.");
    if (args.includes("--help") || args.includes("-h")) {
      process.stdout.write(command.usage());
      return 0;
    }
    return await command.run(args);
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    process.stderr.write(`${error.message}\n\n${command?.usage() ?? USAGE}`);
    return 2;
  }
}

process.exitCode = await main(process.argv.slice(2));
