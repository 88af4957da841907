import { styleText } from "node:util";

/** Colours where somebody looks at them: styleText knows of TTYs, NO_COLOR and FORCE_COLOR. */
const paint = (format: Parameters<typeof styleText>[0], text: string): string =>
  styleText(format, text, { stream: process.stdout });

export const bold = (text: string): string => paint("bold", text);
export const dim = (text: string): string => paint("dim", text);
export const link = (text: string): string => paint("cyan", text);
export const red = (text: string): string => paint("red", text);

export const say = (text: string): void => {
  process.stdout.write(`${text}\n`);
};

/** Says what goes on for as long as it does; what follows takes its place where that can be done. */
export async function during<T>(what: string, work: Promise<T>): Promise<T> {
  if (!process.stdout.isTTY) {
    say(what);
    return work;
  }
  process.stdout.write(dim(what));
  try {
    return await work;
  } finally {
    process.stdout.write("\r\x1b[K");
  }
}

/** Says how far something is, where somebody looks: each text takes the place of the one before, and an empty one ends it. */
export function progress(text: string): void {
  if (!process.stdout.isTTY) return;
  process.stdout.write(`\r\x1b[K${dim(text.slice(0, (process.stdout.columns || 80) - 1))}`);
}

export const seconds = (since: number): string => `${((performance.now() - since) / 1000).toFixed(1)} s`;
