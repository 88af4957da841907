import type { ParseArgsOptionsConfig } from "node:util";
import { parseArgs } from "node:util";

/** One command of `notional`. */
export interface Command {
  /** What `--help` prints. */
  usage(): string;
  /**
   * @returns The exit code: 0, or 1 when what was asked for failed.
   * @throws UsageError when the arguments make no sense.
   */
  run(args: string[]): Promise<number>;
}

/** The command was used wrongly: exit code 2, and how it is used. */
export class UsageError extends Error {
  override name = "UsageError";
}

/** Something the user can put right: exit code 1, and the message alone. */
export class CommandError extends Error {
  override name = "CommandError";
}

/**
 * The options among a command's arguments.
 *
 * @throws UsageError for an unknown option, a missing value or a stray argument.
 */
export function readOptions<T extends ParseArgsOptionsConfig>(args: string[], options: T) {
  try {
    return parseArgs({ args, options, allowPositionals: false }).values;
  } catch (error) {
    throw misread(error);
  }
}

/**
 * The options among a command's arguments, and what else it was given.
 *
 * @param names What else it takes, for the message: `["file"]`. In brackets what may be left out.
 * @throws UsageError as `readOptions` does, and when something is missing
 */
export function readArguments<T extends ParseArgsOptionsConfig>(
  args: string[],
  options: T,
  names: readonly string[],
) {
  const read = parsed(args, options);
  const missing = names.filter((name) => !name.startsWith("[")).at(read.positionals.length);
  if (missing !== undefined) throw new UsageError(`The ${missing} is missing.`);
  const stray = read.positionals[names.length];
  if (stray !== undefined) throw new UsageError(`Unexpected argument '${stray}'.`);
  return read;
}

/**
 * The action among what a command was given, and what the action was given.
 *
 * @param takes How much each action takes at most, by its name
 * @param whenNone The action of a command that was given none
 * @throws UsageError when there is no such action, or it was given more
 */
export function readAction<Action extends string>(
  positionals: readonly string[],
  takes: Readonly<Record<Action, number>>,
  whenNone?: Action,
): [action: Action, ...values: string[]] {
  const [action = whenNone ?? "", ...values] = positionals;
  if (!isKeyOf(takes, action))
    throw new UsageError(`There is no action ${action}. There are ${Object.keys(takes).join(", ")}.`);
  const stray = values[takes[action]];
  if (stray !== undefined) throw new UsageError(`Unexpected argument '${stray}'.`);
  return [action, ...values];
}

const isKeyOf = <Key extends string>(record: Readonly<Record<Key, unknown>>, key: string): key is Key =>
  Object.hasOwn(record, key);

function parsed<T extends ParseArgsOptionsConfig>(args: string[], options: T) {
  try {
    return parseArgs({ args, options, allowPositionals: true });
  } catch (error) {
    throw misread(error);
  }
}

/** What Node.js says of the arguments, without its advice about arguments that begin with a dash: none here do. */
const misread = (error: unknown): UsageError =>
  new UsageError((error as Error).message.replace(/\. (To specify|This command) .*$/s, "."));

/**
 * A whole number as text, none below zero.
 *
 * @param source Where it was written, for the message.
 * @throws UsageError when it is not one
 */
export function readNumber(text: string, source: string): number {
  if (/^\d+$/.test(text) && Number.isSafeInteger(Number(text))) return Number(text);
  throw new UsageError(`${source} is a whole number, not ${JSON.stringify(text)}.`);
}

/**
 * A port number as text.
 *
 * @param source Where it was written, for the message: `--port`.
 * @throws UsageError when it is not one.
 */
export function readPort(text: string, source: string): number {
  const port = Number(text);
  if (/^\d+$/.test(text) && port <= 65_535) return port;
  throw new UsageError(`${source} is a number from 0 to 65535, not ${JSON.stringify(text)}.`);
}

/** Runs what may fail with a CommandError, and says it. */
export async function reporting(run: () => Promise<void>): Promise<number> {
  try {
    await run();
    return 0;
  } catch (error) {
    if (!(error instanceof CommandError)) throw error;
    process.stderr.write(`${error.message}\n`);
    return 1;
  }
}
