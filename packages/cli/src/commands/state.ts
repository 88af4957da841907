import { stringify } from "yaml";
import type { Command } from "../command.ts";
import { readArguments, reporting } from "../command.ts";
import { CONTROL_OPTIONS, CONTROL_USAGE, controlOf, must } from "../control.ts";
import { readDocument, writeText } from "../files.ts";
import { say } from "../terminal.ts";

/** `notional reset`: back to the start. */
export const reset: Command = {
  usage: () => `Usage: notional reset [options]

Makes a running server forget everything and begin again with the seed it was started with. The clock and the faults
stay as they are.

${CONTROL_USAGE}`,
  run(args) {
    const { values } = readArguments(args, CONTROL_OPTIONS, []);
    return reporting(async () => {
      must(await controlOf(values).POST("/_notional/reset"));
      say("The server is as it was at first.");
    });
  },
};

/** `notional seed`: another beginning. */
export const seed: Command = {
  usage: () => `Usage: notional seed <file> [options]

Makes a running server forget everything and begin with what the file describes, as YAML or JSON. When something is wrong
with it, everything stays as it was.

${CONTROL_USAGE}`,
  run(args) {
    const { values, positionals } = readArguments(args, CONTROL_OPTIONS, ["file"]);
    const [file = ""] = positionals;
    return reporting(async () => {
      const body = (await readDocument(file)) as never;
      must(await controlOf(values).POST("/_notional/seed", { body }), file);
      say(`The server holds what ${file} describes.`);
    });
  },
};

/** `notional export`: everything as a seed. */
export const exportCommand: Command = {
  usage: () => `Usage: notional export [--out <file>] [options]

Writes everything that a running server holds as a seed: JSON for a file named so, YAML otherwise.

  --out    where to write; printed when left out
${CONTROL_USAGE}`,
  run(args) {
    const { values } = readArguments(args, { ...CONTROL_OPTIONS, out: { type: "string" } }, []);
    return reporting(async () => {
      const exported = must(await controlOf(values).GET("/_notional/export"));
      const isJson = values.out?.endsWith(".json") ?? false;
      await writeText(values.out, isJson ? JSON.stringify(exported, null, 2) : stringify(exported).trimEnd());
    });
  },
};

/** `notional snapshot`: everything, to be restored. */
export const snapshot: Command = {
  usage: () => `Usage: notional snapshot [--out <file>] [options]

Writes everything that a running server holds as one JSON document, which \`notional restore\` takes back.

  --out    where to write; printed when left out
${CONTROL_USAGE}`,
  run(args) {
    const { values } = readArguments(args, { ...CONTROL_OPTIONS, out: { type: "string" } }, []);
    return reporting(async () => {
      const taken = must(await controlOf(values).GET("/_notional/snapshot"));
      await writeText(values.out, JSON.stringify(taken));
    });
  },
};

/** `notional restore`: everything as it was. */
export const restore: Command = {
  usage: () => `Usage: notional restore <file> [options]

Makes a running server forget everything and hold what \`notional snapshot\` wrote.

${CONTROL_USAGE}`,
  run(args) {
    const { values, positionals } = readArguments(args, CONTROL_OPTIONS, ["file"]);
    const [file = ""] = positionals;
    return reporting(async () => {
      const body = (await readDocument(file)) as never;
      must(await controlOf(values).POST("/_notional/restore", { body }), file);
      say(`The server holds what ${file} does.`);
    });
  },
};
