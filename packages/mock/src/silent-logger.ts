import type { createInstance } from "@stoplight/prism-http";

type Logger = Parameters<typeof createInstance>[1]["logger"];

const ignore = (): void => {};

/** Prism logs several lines for each exchange; the mock tells the same in one. */
export const silentLogger = {
  trace: ignore,
  debug: ignore,
  info: ignore,
  success: ignore,
  warn: ignore,
  error: ignore,
  fatal: ignore,
  child: () => silentLogger,
} as unknown as Logger;
