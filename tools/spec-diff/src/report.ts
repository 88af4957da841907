import type { Change } from "./change.ts";
import type { Comparison } from "./compare.ts";

const TITLES = { major: "breaking", minor: "not breaking", patch: "words" } as const;

/** Every change by document and step, each with its place and its operations. */
export function report(comparisons: readonly Comparison[]): string {
  return comparisons.map(({ name, changes }) => [name, ...sections(changes)].join("\n")).join("\n\n");
}

function sections(changes: readonly Change[]): string[] {
  return (["major", "minor", "patch"] as const).flatMap((step) => {
    const some = changes.filter((change) => change.step === step);
    return some.length === 0 ? [] : [`  ${step} (${TITLES[step]})`, ...some.flatMap(lines)];
  });
}

function lines({ text, pointer, operations }: Change): string[] {
  return [`    ${text}`, `      ${pointer}`, ...(operations.length > 0 ? [`      ${some(operations)}`] : [])];
}

/** A schema such as rich text is in nearly every operation. */
function some(operations: string[]): string {
  const [most, rest] = [operations.slice(0, 5).join(", "), operations.length - 5];
  return rest > 0 ? `${most} and ${rest} more` : most;
}
