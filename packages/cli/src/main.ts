#!/usr/bin/env node
import { readFileSync } from "node:fs";
import { enableCompileCache } from "node:module";
import { type Command, UsageError } from "./command.ts";

// What was compiled for the last command need not be compiled for this one.
enableCompileCache();

interface Listed {
  name: string;
  /** A few words for the list of commands. */
  summary: string;
  /** What a command needs is loaded when it is asked for: servers are large, and most commands only talk to one. */
  load(): Promise<Command>;
}

const commands: Listed[] = [
  {
    name: "start",
    summary: "serve the API, its documentation and the mock",
    load: async () => (await import("./commands/start.ts")).start,
  },
  {
    name: "serve",
    summary: "serve the API alone",
    load: async () => (await import("./commands/serve.ts")).serve,
  },
  {
    name: "mock",
    summary: "serve the mock alone",
    load: async () => (await import("./commands/mock.ts")).mock,
  },
  {
    name: "status",
    summary: "tell what a running server is and can do",
    load: async () => (await import("./commands/status.ts")).status,
  },
  {
    name: "reset",
    summary: "make a running server forget everything, and begin again",
    load: async () => (await import("./commands/state.ts")).reset,
  },
  {
    name: "seed",
    summary: "replace what a running server holds by a seed",
    load: async () => (await import("./commands/state.ts")).seed,
  },
  {
    name: "export",
    summary: "write what a running server holds as a seed",
    load: async () => (await import("./commands/state.ts")).exportCommand,
  },
  {
    name: "snapshot",
    summary: "write all that a running server holds, to restore it later",
    load: async () => (await import("./commands/state.ts")).snapshot,
  },
  {
    name: "restore",
    summary: "restore a snapshot in a running server",
    load: async () => (await import("./commands/state.ts")).restore,
  },
  {
    name: "connections",
    summary: "manage the bots that may use a running server",
    load: async () => (await import("./commands/connections.ts")).connections,
  },
  {
    name: "clock",
    summary: "stop, set and advance the clock of a running server",
    load: async () => (await import("./commands/clock.ts")).clock,
  },
  {
    name: "faults",
    summary: "let things go wrong in a running server, on purpose",
    load: async () => (await import("./commands/faults.ts")).faults,
  },
  {
    name: "log",
    summary: "print the last exchanges of a running server",
    load: async () => (await import("./commands/status.ts")).log,
  },
  {
    name: "types",
    summary: "write TypeScript types of data sources",
    load: async () => (await import("./commands/types.ts")).types,
  },
  {
    name: "formula",
    summary: "evaluate a formula",
    load: async () => (await import("./commands/formula.ts")).formula,
  },
  {
    name: "record",
    summary: "write real traffic with the API down",
    load: async () => (await import("./commands/record.ts")).record,
  },
  {
    name: "contract",
    summary: "hold recordings, or what answers the API, to the document",
    load: async () => (await import("./commands/contract.ts")).contract,
  },
];

const USAGE = `Usage: notional <command> [options]

The Notion API, its documentation and its mock on your machine.

Commands:
${commands.map(({ name, summary }) => `  ${name.padEnd(12)} ${summary}`).join("\n")}

\`notional <command> --help\` tells the options of a command, \`notional --version\` which one this is.
`;

async function main([name, ...args]: string[]): Promise<number> {
  if (name === "help" && args[0] !== undefined) return await main([args[0], "--help"]);
  if (name === "--version" || name === "-v") {
    const manifest = readFileSync(new URL("../package.json", import.meta.url), "utf8");
    process.stdout.write(`${(JSON.parse(manifest) as { version: string }).version}\n`);
    return 0;
  }
  if (name === "--help" || name === "-h" || name === "help") {
    process.stdout.write(USAGE);
    return 0;
  }
  const command = await commands.find((candidate) => candidate.name === name)?.load();
  try {
    if (!command) throw new UsageError(name ? `There is no command ${name}.` : "A command is missing.");
    if (args.includes("--help") || args.includes("-h")) {
      process.stdout.write(command.usage());
      return 0;
    }
    return await command.run(args);
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    process.stderr.write(`${error.message}\n\n${command ? briefly(command.usage(), name) : USAGE}`);
    return 2;
  }
}

/** The first line of what `--help` tells: all of it would push the message out of sight. */
const briefly = (usage: string, name?: string): string =>
  `${usage.split("\n", 1)}\n\`notional ${name} --help\` tells the rest.\n`;

// Whoever reads the output may have seen enough: `notional log | head`.
process.stdout.on("error", (error: NodeJS.ErrnoException) => {
  if (error.code !== "EPIPE") throw error;
  process.exit();
});

process.exitCode = await main(process.argv.slice(2));
