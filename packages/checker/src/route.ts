import type { Operation } from "./bundle.ts";

/** An operation that a request is for, with the values of its path parameters, percent-decoded. */
export interface Route {
  operation: Operation;
  params: Record<string, string>;
}

/**
 * Finds which operation a request is for. A literal step wins over a parameter: `/v1/users/me` is not a user id.
 *
 * @param operations the operations of a bundle
 * @returns a function of method and path, which gives undefined when the bundle has no such operation
 */
export function createRouter(operations: Operation[]): (method: string, path: string) => Route | undefined {
  const routes = operations
    .map((operation) => ({ operation, steps: operation.path.split("/") }))
    .sort((a, b) => parameterCount(a.steps) - parameterCount(b.steps));
  return (method, path) => {
    const steps = path.split("/");
    for (const { operation, steps: template } of routes) {
      if (operation.method !== method.toLowerCase() || template.length !== steps.length) continue;
      const params: Record<string, string> = {};
      const fits = template.every((step, index) => {
        const actual = steps[index] ?? "";
        if (!isParameter(step)) return step === actual;
        params[step.slice(1, -1)] = decodeURIComponent(actual);
        return actual !== "";
      });
      if (fits) return { operation, params };
    }
    return undefined;
  };
}

function isParameter(step: string): boolean {
  return step.startsWith("{");
}

function parameterCount(steps: string[]): number {
  return steps.filter(isParameter).length;
}
