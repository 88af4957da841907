import { withFormName } from "./forms.ts";
import type { Violation } from "./violations.ts";

/** Clients refuse answers with more than 16 KB of headers. */
const MAX_LENGTH = 8000;
const SEVERITIES = ["Error", "Warning", "Information", "Hint"];

type Diagnostics = readonly (Violation & { severity: number })[];

/**
 * The header `sl-violations` as Prism's own server sends it, with two differences: what does not fit is left
 * out whole, so that it stays JSON, and what a header cannot hold is escaped.
 */
export function violationsHeader(found: { input: Diagnostics; output: Diagnostics }): Record<string, string> {
  const entries = [...described("request", found.input), ...described("response", found.output)];
  if (entries.length === 0) return {};
  const fitting: string[] = [];
  for (const entry of entries) if (fitting.join().length + entry.length < MAX_LENGTH) fitting.push(entry);
  return { "sl-violations": `[${fitting.join()}]` };
}

function described(side: "request" | "response", diagnostics: Diagnostics): string[] {
  return diagnostics.map(({ path = [], severity, code, message }) =>
    ascii(
      JSON.stringify({
        location: [side, ...path],
        severity: SEVERITIES[severity],
        code,
        message: withFormName(message),
      }),
    ),
  );
}

function ascii(json: string): string {
  return json.replace(/[^\x20-\x7e]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`);
}
