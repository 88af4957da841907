import { validationError } from "../errors.ts";

/** Twice what the deepest request of the document has. */
const MAX_DEPTH = 64;

/**
 * Refuses what is nested so deep that walking it could end the stack. Walks level by level itself.
 *
 * @throws {ApiError} 400 `validation_error`. The wording is ours: nobody has reported the service's.
 */
export function checkDepth(body: unknown): void {
  let level = [body];
  for (let depth = 0; level.length > 0; depth++) {
    if (depth > MAX_DEPTH) {
      throw validationError(`body failed validation: body should be nested ≤ \`${MAX_DEPTH}\` levels deep.`);
    }
    const next: unknown[] = [];
    for (const value of level) {
      if (typeof value !== "object" || value === null) continue;
      for (const inner of Object.values(value)) if (typeof inner === "object") next.push(inner);
    }
    level = next;
  }
}
