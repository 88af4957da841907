/** What a semantic version is raised by. */
export type Step = "patch" | "minor" | "major";

const STEPS: Step[] = ["patch", "minor", "major"];

/** One change of one document. */
export interface Change {
  /** `major` is what can break who relies on it; `minor` changes what is valid; `patch` only what is said. */
  step: Step;
  /** A sentence. */
  text: string;
  /** Where it is: in the new document, or in the old one when it is gone. */
  pointer: string;
  /** The operations and webhooks that reach it, by operationId. */
  operations: string[];
}

/** The largest step of some, or nothing of none. */
export function largest(steps: Iterable<Step>): Step | undefined {
  return [...steps].sort((a, b) => STEPS.indexOf(b) - STEPS.indexOf(a))[0];
}

/** Whether a step is at least as large as another. */
export function covers(step: Step | undefined, needed: Step): boolean {
  return step !== undefined && STEPS.indexOf(step) >= STEPS.indexOf(needed);
}

/**
 * The step that a package takes for a change. Before 1.0.0 a minor release may break, and npm's `^0.2.0` knows it.
 *
 * @param version of the package, as it was released last
 */
export function stepFrom(version: string, step: Step): Step {
  return step === "major" && version.startsWith("0.") ? "minor" : step;
}
