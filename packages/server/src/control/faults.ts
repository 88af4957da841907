import type { CreateFaultBody, Fault } from "../__generated__/control/types.ts";
import { ApiError, type ErrorCode } from "../errors.ts";

/** The code and the message that go with a status. */
const FAILURES: Record<NonNullable<CreateFaultBody["status"]>, [ErrorCode, string]> = {
  400: ["validation_error", "A fault that was set on the local server."],
  401: ["unauthorized", "API token is invalid."],
  403: ["restricted_resource", "Insufficient permissions for this endpoint."],
  404: ["object_not_found", "A fault that was set on the local server."],
  409: ["conflict_error", "Conflict occurred while saving. Please try again."],
  429: ["rate_limited", "You have been rate limited. Please try again later."],
  500: ["internal_server_error", "Unexpected error occurred."],
  502: ["bad_gateway", "Bad gateway."],
  503: ["service_unavailable", "Public API service is temporarily unavailable, please try again later."],
  504: ["gateway_timeout", "Gateway timeout."],
  529: ["service_overload", "Service is overloaded, please try again later."],
};

/** What a request is, as far as a fault looks at it. */
export interface Met {
  method: string;
  /** Without the query. */
  path: string;
  operationId: string | undefined;
}

interface Entry {
  fault: Fault;
  path: RegExp | undefined;
  chance: () => number;
}

/** The faults of one server. */
export class Faults {
  readonly #entries = new Map<string, Entry>();

  get list(): Fault[] {
    return [...this.#entries.values()].map(({ fault }) => fault);
  }

  add(id: string, body: CreateFaultBody): Fault {
    const fault: Fault = {
      ...body,
      id,
      probability: body.probability ?? 1,
      seed: body.seed ?? 0,
      happened: 0,
    };
    const path = body.path === undefined ? undefined : patternOf(body.path);
    this.#entries.set(id, { fault, path, chance: chancesOf(fault.seed) });
    return fault;
  }

  /** @returns Whether there was such a fault. */
  delete(id: string): boolean {
    return this.#entries.delete(id);
  }

  clear(): void {
    this.#entries.clear();
  }

  /** The fault that happens to a request, if one does. It has happened then. */
  meet(request: Met): Fault | undefined {
    for (const [id, { fault, path, chance }] of this.#entries) {
      const { operation, method = request.method } = fault;
      if (operation !== undefined && operation !== request.operationId) continue;
      if (method.toUpperCase() !== request.method || (path && !path.test(request.path))) continue;
      if (chance() >= fault.probability) continue;
      fault.happened++;
      if (fault.count !== undefined) fault.count--;
      if (fault.count === 0) this.#entries.delete(id);
      return fault;
    }
    return undefined;
  }
}

/** What a fault of the effect `status` answers. */
export function failureOf({ status = 500, retry_after_s }: Fault): ApiError {
  const [code, message] = FAILURES[status];
  const headers = retry_after_s === undefined ? {} : { "retry-after": String(retry_after_s) };
  return new ApiError(status, code, message, { headers });
}

/** `*` stands for anything. */
function patternOf(path: string): RegExp {
  const escaped = path.split("*").map((part) => part.replaceAll(/[.+?^${}()|[\]\\]/g, "\\$&"));
  return new RegExp(`^${escaped.join(".*")}$`);
}

/** Mulberry32: numbers from 0 to 1 that look random and are the same for the same seed. */
function chancesOf(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
