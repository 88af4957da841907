import { readFile, writeFile } from "node:fs/promises";
import { parse } from "yaml";
import { CommandError } from "./command.ts";
import { say } from "./terminal.ts";

/**
 * What a file holds, as YAML or JSON.
 *
 * @throws CommandError when it cannot be read
 */
export async function readDocument(path: string): Promise<unknown> {
  try {
    return parse(await readFile(path, "utf8")) as unknown;
  } catch (error) {
    throw new CommandError(`Cannot read ${path}: ${(error as Error).message}`);
  }
}

/**
 * Writes a text to a file, or prints it when none is named.
 *
 * @throws CommandError when it cannot be written
 */
export async function writeText(path: string | undefined, text: string): Promise<void> {
  if (path === undefined) return say(text);
  try {
    await writeFile(path, `${text}\n`);
  } catch (error) {
    throw new CommandError(`Cannot write ${path}: ${(error as Error).message}`);
  }
}
