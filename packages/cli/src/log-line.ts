import type { Exchange } from "@notional/server";

/** An exchange in a line, and why it was refused in a second one. */
export function logLine({ method, path, version, status, duration_ms, refusal, fault }: Exchange): string {
  const outcome = `${status ?? "closed"} ${Math.round(duration_ms)} ms${fault === null ? "" : " (fault)"}`;
  const line = `${method} ${path} ${version ?? "(no version)"} ${outcome}`;
  return refusal ? `${line}\n  ${refusal.message}` : line;
}
