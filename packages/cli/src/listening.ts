import { CommandError } from "./command.ts";

/**
 * Waits until something listens, and explains why it cannot.
 *
 * @param port The port it wants.
 * @param option How to choose another one: `--port`.
 * @throws CommandError when the port is taken or not ours to take.
 */
export async function listening<T>(start: Promise<T>, port: number, option: string): Promise<T> {
  try {
    return await start;
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    const another = `${option} ${port + 1}`;
    if (code === "EADDRINUSE")
      throw new CommandError(
        `Port ${port} is taken. Stop what listens there, or choose another one: ${another}`,
      );
    if (code === "EACCES")
      throw new CommandError(`Port ${port} needs more rights. Choose one above 1023: ${option} 4000`);
    throw new CommandError(`Cannot listen on port ${port}: ${message}`);
  }
}
